import ExchangeBytes
import ExchangeDiagnostics
import ExchangeModel
import ExchangeSyntax

/// Reads what another format carries as JSON because it cannot say it itself: the members of an object, into a record.
///
/// Such an object holds whatever the record has: members that no field claims, and fields too. In it an empty version of
/// a text keeps the place of one that the other format says (`Record.fill`), and a field that is given with nothing says
/// that there is none (`Record.isGiven`, without a value), whatever the other format shows.
struct RestReader: ~Copyable {
    private var parser: JSONRecordParser

    init(limits: Limits) {
        let window = ByteWindow({ _ in 0 }, capacity: 4 << 10, limit: .max)
        parser = JSONRecordParser(JSONScanner(window, limits: limits))
        parser.keepsEmptyVersions = true
    }

    /// Reads an object into a node of a record. Its values get the offset at which the object stands in the input.
    ///
    /// A field that the node has a value of already is a second one, and thrown as such. `report` is told what is remarked
    /// about members that are no fields; where they are the caller knows. `wanted` marks the fields of the record itself
    /// that are read, if not all of them are.
    mutating func read(
        _ json: Bytes, into record: inout Record, _ node: Record.Node = .root, _ schema: Schema, at offset: Int,
        wanted: [Bool]? = nil,
        remark: (Code, _ detail: String?) -> Void = { _, _ in }
    ) throws(Note) {
        parser.begin()
        parser.wanted = wanted
        parser.scanner.index = 0
        parser.scanner.window.show(json)
        let first = record.valueCount
        do {
            // Around the members lie as many arrays and objects as would in a document.
            try parser.object(schema, node, in: &record, depth: schema === Exchange.schema ? 1 : 3)
            if try parser.scanner.takeBlankLines() {
                throw parser.scanner.fault(.trailingContent, at: parser.scanner.offset)
            }
        } catch {
            var note = parser.scanner.fault
            note.offset = offset
            note.related = nil
            throw note
        }
        record.place(valuesFrom: first, at: offset)
        for index in 0..<parser.scanner.remarks.count {
            let found = parser.scanner.remarks[index]
            if found.code != .emptyValue { remark(found.code, Expectation(rawValue: found.hint)?.sentence) }
        }
    }
}
