import ExchangeBytes
import ExchangeDiagnostics
import ExchangeModel

extension Rule {
    /// A latitude without a longitude or the other way round, or both at nought.
    ///
    /// At 0° 0° there is nothing but the Gulf of Guinea: it is where programs put what they could not find. Give both, or
    /// neither.
    static let nullIsland = Rule.nodes(.nullIsland, of: Place.schema) {
        let (latitude, longitude) = (Place.schema.position(of: "latitude"), Place.schema.position(of: "longitude"))
        return { record, node, examination in
            let (north, east) = (record.first(latitude, of: node), record.first(longitude, of: node))
            switch (north, east) {
            case (nil, nil): return
            case (let value?, nil):
                guard !record.hasExtra("longitude", of: node, Place.schema) else { return }
                examination.report(.nullIsland, "the latitude has no longitude beside it", field: latitude, at: value)
            case (nil, let value?):
                guard !record.hasExtra("latitude", of: node, Place.schema) else { return }
                examination.report(.nullIsland, "the longitude has no latitude beside it", field: longitude, at: value)
            case (let north?, let east?):
                let hundredth = DegreeNumber.scale / 100
                let isNear = [north, east].allSatisfy { value in
                    DegreeNumber(record[value.text]).scaled.map { abs($0) < hundredth } ?? false
                }
                guard isNear else { return }
                examination.report(
                    .nullIsland, "the coordinates are 0° 0°, in the Gulf of Guinea", field: latitude, at: north)
            }
        }
    }
}
