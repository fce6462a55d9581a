import ExchangeBytes
import ExchangeDiagnostics
import ExchangeModel

extension Rule {
    /// Takes up when places and artists are taken; what comes of it `doubleBooked` says.
    ///
    /// Openings and exhibitions go on beside others, and are not compared; nor are events that are cancelled or postponed,
    /// nor slots that repeat.
    static let takenTimes = Rule.nodes(of: Event.schema) {
        let schema = Event.schema
        let (kind, status) = (schema.position(of: "kind"), schema.position(of: "status"))
        let (places, artists) = (schema.position(of: "places"), schema.position(of: "artists"))
        let slots = schema.position(of: "slots")
        let (ofPlace, ofArtist) = (RecordType.place.ordinal, RecordType.artist.ordinal)
        let fields = SlotTimes.fields
        return { record, node, examination in
            guard let zone = examination.zone, !examination.bookings.isFull,
                record.first(places, of: node) != nil || record.first(artists, of: node) != nil,
                let value = record.first(kind, of: node), !record[value.text].goesOnBesideOthers,
                let state = record.first(status, of: node), record[state.text].equals("scheduled")
            else { return }
            let event = examination.bookings.event(record)
            var place = 0
            record.each(slots, of: node) { slot in
                defer { place += 1 }
                guard record.first(fields.rule, of: slot.child) == nil,
                    let first = record.first(fields.start, of: slot.child),
                    let last = record.first(fields.end, of: slot.child),
                    let start = LocalDateTime(record[first.text]), let end = LocalDateTime(record[last.text])
                else { return }
                let times = (start: zone.instant(of: start).seconds, end: zone.instant(of: end).seconds)
                guard times.start < times.end else { return }
                record.each(places, of: node) { value in
                    examination.bookings.append(
                        IDHash(record[value.text], kind: ofPlace), isArtist: false, times, at: first.offset,
                        slot: place,
                        of: event)
                }
                record.each(artists, of: node) { value in
                    examination.bookings.append(
                        IDHash(record[value.text], kind: ofArtist), isArtist: true, times, at: first.offset,
                        slot: place,
                        of: event)
                }
            }
        }
    }
}

extension Bytes {
    fileprivate var goesOnBesideOthers: Bool { equals("opening") || equals("exhibition") || equals("fair") }
}
