import ExchangeDiagnostics
import ExchangeModel

extension Rule {
    /// Two events take place in the same place, or with the same artist, at the same time.
    ///
    /// One of them will have to be moved on the day, when visitors stand before the door. Move one, or say that it takes
    /// place somewhere else.
    static let doubleBooked = Rule.sections(.venueDoubleBooked, .artistDoubleBooked) { type, examination in
        guard type == .event else { return }
        for (earlier, later) in examination.bookings.clashes() {
            let other = examination.bookings.text(earlier.name)
            let code: Code = later.isArtist ? .artistDoubleBooked : .venueDoubleBooked
            let what = later.isArtist ? "an artist of it takes part in" : "its place is taken by"
            let before = Diagnostic.Location(
                position: Position(offset: earlier.offset), path: "/events/\(earlier.event)/slots/\(earlier.slot)/start"
            )
            examination.report(
                Diagnostic(
                    code, message: "at that time \(what) “\(other)” (\(examination.bookings.text(earlier.id)))",
                    subject: .init(
                        kind: RecordType.event.rawValue, id: examination.bookings.text(later.id),
                        name: examination.bookings.text(later.name)),
                    at: .init(
                        position: Position(offset: later.offset),
                        path: "/events/\(later.event)/slots/\(later.slot)/start"),
                    related: [Diagnostic.Related("the other begins here", at: before)]))
        }
        examination.bookings.removeAll()
    }
}
