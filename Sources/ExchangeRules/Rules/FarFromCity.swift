import ExchangeBytes
import ExchangeDiagnostics
import ExchangeModel

extension Rule {
    /// A place lies far from all others of its city: its latitude and longitude are exchanged, or it is somewhere else.
    ///
    /// Maps zoom out to half a continent, and visitors are sent to another country. It is measured from the middle of the
    /// city's places, if there are five of them: more than half a degree away, about fifty kilometres, is far.
    static let farFromCity = Rule.sections(.coordinatesSwapped, .outsideCity) { type, examination in
        guard type == .place else { return }
        let middles = examination.positions.middles()
        var findings: [Diagnostic] = []
        for index in 0..<examination.positions.store.count {
            let point = examination.positions.store[index]
            guard let middle = middles[point.city], !isNear(point.latitude, point.longitude, middle) else { continue }
            let isSwapped = isNear(point.longitude, point.latitude, middle)
            let (north, east) = (degrees(point.latitude), degrees(point.longitude))
            findings.append(
                Diagnostic(
                    isSwapped ? .coordinatesSwapped : .outsideCity,
                    message: isSwapped
                        ? "\(north), \(east) is far from its city, and \(east), \(north) is in it: they look exchanged"
                        : "\(north), \(east) is more than half a degree from the other places of its city",
                    subject: examination.positions.subject(of: point),
                    at: .init(position: Position(offset: point.offset), path: "/places/\(point.place)/latitude"),
                    suggestions: isSwapped ? [east] : []))
        }
        for finding in findings { examination.report(finding) }
        examination.positions.removeAll()
    }

    private static func isNear(_ latitude: Int, _ longitude: Int, _ middle: (latitude: Int, longitude: Int)) -> Bool {
        let half = DegreeNumber.scale / 2
        return abs(latitude - middle.latitude) <= half && abs(longitude - middle.longitude) <= half
    }

    /// `44.0793`, of tens of millionths.
    private static func degrees(_ scaled: Int) -> String {
        let digits = String(abs(scaled) % DegreeNumber.scale)
        var decimals = String(repeating: "0", count: 7 - digits.count) + digits
        while decimals.hasSuffix("0") { decimals.removeLast() }
        let whole = (scaled < 0 ? "-" : "") + String(abs(scaled) / DegreeNumber.scale)
        return decimals.isEmpty ? whole : whole + "." + decimals
    }
}
