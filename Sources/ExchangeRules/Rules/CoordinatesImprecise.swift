import ExchangeBytes
import ExchangeDiagnostics
import ExchangeModel

extension Rule {
    /// The coordinates of a place that is said to be exact have fewer than four decimals.
    ///
    /// Three decimals are a hundred metres: visitors stand before the wrong door. Take the point from a map, or say that
    /// the precision is `street` or `district`.
    static let coordinatesImprecise = Rule.nodes(.coordinatesImprecise, of: Place.schema) {
        let schema = Place.schema
        let precision = schema.position(of: "precision")
        let coordinates = [schema.position(of: "latitude"), schema.position(of: "longitude")]
        return { record, node, examination in
            guard let said = record.first(precision, of: node), record[said.text].equals("exact") else { return }
            // A zero at the end is not written, so that one of the two may well be short.
            let values = coordinates.compactMap { record.first($0, of: node) }
            let numbers = values.map { DegreeNumber(record[$0.text]) }
            let degrees = numbers.compactMap(\.scaled).map { abs($0) }
            guard numbers.allSatisfy({ $0.decimals < 4 }), let field = coordinates.first, let value = values.first,
                // What lies nowhere has findings of its own.
                degrees.count == 2, degrees[0] <= 90 * DegreeNumber.scale, degrees[1] <= 180 * DegreeNumber.scale,
                degrees.contains(where: { $0 >= DegreeNumber.scale / 100 })
            else { return }
            examination.report(
                .coordinatesImprecise, "the place is said to be exact, but neither coordinate has four decimals",
                field: field, at: value)
        }
    }
}
