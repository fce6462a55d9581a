import ExchangeBytes
import ExchangeModel

/// What the header says that other records are measured by.
struct HeaderFacts: ~Copyable {
    /// The day on which the exchange was made, in UTC: the only today that a rule knows.
    private(set) var generated: LocalDate?
    /// The first of the exchange's languages; empty if it names none.
    private var language = ByteBuffer(capacity: 16)
    /// Whether the exchange was written for a later version of the schema, which may have codes that are not known here.
    private(set) var isNewer = false

    private static let fields = (
        generated: Exchange.schema.position(of: "generated"), languages: Exchange.schema.position(of: "languages"),
        version: Exchange.schema.position(of: "schemaVersion")
    )

    init() {}

    init(_ record: borrowing Record) {
        if let value = record.first(Self.fields.generated) {
            generated = Instant(record[value.text])?.wallTime(offset: 0)?.date
        }
        if let value = record.first(Self.fields.languages) { language.append(record[value.text]) }
        if let value = record.first(Self.fields.version) {
            isNewer = SchemaVersion(record[value.text]).map { $0 > .known } ?? false
        }
    }

    /// The first of the exchange's languages.
    var defaultLanguage: Bytes { language.bytes }
}
