import ExchangeBytes
import ExchangeDiagnostics
import ExchangeModel

extension Rule {
    /// The exchange is written for a version of the schema that this library does not know.
    ///
    /// A higher minor version only adds to what is known: such an exchange is read, and what is new in it is kept as it
    /// is. A higher major version may mean other things by the same names. Take a later version of this program.
    static let unsupportedSchemaVersion = Rule.nodes(.unsupportedSchemaVersion, of: Exchange.schema) {
        let field = Exchange.schema.position(of: "schemaVersion")
        let known = SchemaVersion.known
        return { record, node, examination in
            guard let value = record.first(field, of: node), let version = SchemaVersion(record[value.text]),
                version != known
            else { return }
            let text = record[value.text].text
            let isReadable = version.major == known.major
            examination.report(
                .unsupportedSchemaVersion,
                isReadable
                    ? "the schema is \(text), of which this program knows what \(known.major).\(known.minor) has"
                    : "the schema is \(text), and this program knows \(known.major).\(known.minor)",
                field: field, at: value, severity: isReadable ? .warning : .error)
        }
    }
}
