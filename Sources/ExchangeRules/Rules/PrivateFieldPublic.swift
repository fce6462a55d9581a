import ExchangeBytes
import ExchangeDiagnostics
import ExchangeModel

extension Rule {
    /// A place tells more than its precision says is told.
    ///
    /// Whoever asked for `district` lives where the studio is. A street is told by `exact` and `street` alone; coordinates
    /// of a district or a city are rounded to two decimals, about a kilometre; `withheld` has none. Take it away, or
    /// change the precision if the artist agrees.
    static let privateFieldPublic = Rule.nodes(.privateFieldPublic, of: Place.schema) {
        let schema = Place.schema
        let (precision, street) = (schema.position(of: "precision"), schema.position(of: "street"))
        let coordinates = [schema.position(of: "latitude"), schema.position(of: "longitude")]
        return { record, node, examination in
            guard let said = record.first(precision, of: node) else { return }
            let isWithheld = record[said.text].equals("withheld")
            guard isWithheld || record[said.text].equals("district") || record[said.text].equals("city") else { return }
            let word = record[said.text].text
            if let value = record.first(street, of: node) {
                examination.report(
                    .privateFieldPublic, "the street is given, though the precision is \(word)", field: street,
                    at: value)
            }
            for field in coordinates {
                guard let value = record.first(field, of: node) else { continue }
                let name = schema.fields[field].name
                if isWithheld {
                    examination.report(
                        .privateFieldPublic, "the \(name) is given, though the precision is withheld", field: field,
                        at: value)
                } else if DegreeNumber(record[value.text]).decimals > 2 {
                    examination.report(
                        .privateFieldPublic,
                        "the \(name) has more than two decimals, though the precision is \(word)", field: field,
                        at: value, severity: .warning)
                }
            }
        }
    }
}
