import ExchangeBytes
import ExchangeDiagnostics
import ExchangeModel

extension Rule {
    /// The times of an event are told in another zone than that of the city in which it takes place.
    ///
    /// Visitors read the clock on the wall there: an hour of Rome is another in Dakar. Tell the times as the clocks of the
    /// city show them, and take its zone. What is also online may be told in any.
    static let zoneDiffersFromPlace = Rule.nodes(.zoneDiffersFromPlace, of: Event.schema) {
        let schema = Event.schema
        let (zone, places) = (schema.position(of: "timeZone"), schema.position(of: "places"))
        let online = schema.position(of: "online")
        return { record, node, examination in
            guard let value = record.first(zone, of: node), let first = record.first(places, of: node),
                record.first(online, of: node) == nil, examination.zone != nil,
                let wanted = examination.surroundings.zone(of: record[first.text]),
                wanted != record[value.text].text
            else { return }
            examination.report(
                .zoneDiffersFromPlace,
                "the times are those of \(record[value.text].text), but it takes place in \(wanted)", field: zone,
                at: value, suggestions: [wanted])
        }
    }
}
