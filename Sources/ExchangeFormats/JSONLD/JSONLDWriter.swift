import ExchangeBytes
import ExchangeDiagnostics
import ExchangeModel

/// Lays records out as nodes of a graph.
struct JSONLDWriter: ~Copyable {
    var printer = JSONLinePrinter()
    var losses = ExportLosses(.jsonLDDrops, "JSON-LD")
    var clock: JSONLDClock
    /// The name and the country of each city, printed, for addresses.
    var cities = IDTable<JSONLDCity>()
    var cityBytes = ByteBuffer()
    /// What ids are put behind; empty where the context tells it.
    private var base = ""
    var scratch = ByteBuffer()
    private var isOpen = false

    init(_ zones: ZoneDatabase) { clock = JSONLDClock(zones) }

    mutating func write(_ record: borrowing Record) {
        if !isOpen { begin(record) }
        guard let table = JSONLDTable.of(record.schema) else { return }
        printer.line()
        printer.beginObject()
        let type = SchemaOrgTerm.type(of: record)
        identity(of: record, type)
        for row in table.rows { self.row(row, record) }
        special(record, type)
        work(table, record)
        printer.endObject()
        losses.count(record, of: record.schema, untold: table.untold)
    }

    mutating func finish() {
        if !isOpen { begin(Record(Exchange.schema)) }
        printer.lastLine()
        printer.endArray()
        printer.endObject()
        printer.lastLine()
    }

    // MARK: The document

    private mutating func begin(_ header: borrowing Record) {
        isOpen = true
        printer.beginObject()
        printer.lastLine()
        printer.name("@context")
        printer.beginObject()
        printer.name("@version")
        printer.verbatim("1.1")
        printer.name("@vocab")
        printer.literal("https://schema.org/")
        if header.schema === Exchange.schema,
            let value = header.first(Exchange.schema.position(of: "baseURI")), header[value.text].isPlainURI
        {
            base = header[value.text].text
            if base.hasSuffix("/") {
                printer.name("@base")
                printer.string(base)
                base = ""
            }
        }
        for term in Self.localised { coerce(term, "@container", "@language") }
        for term in Self.addresses { coerce(term, "@type", "@id") }
        for term in Self.enumerated { coerce(term, "@type", "@vocab") }
        printer.endObject()
        printer.line()
        printer.name("@graph")
        printer.beginArray()
    }

    private mutating func coerce(_ term: StaticString, _ keyword: StaticString, _ value: StaticString) {
        printer.name(term)
        printer.beginObject()
        printer.name(keyword)
        printer.literal(value)
        printer.endObject()
    }

    /// The terms whose values are texts in languages.
    private static let localised: [StaticString] = [
        "name", "description", "accessibilitySummary", "creditText", "streetAddress", "addressLocality",
    ]
    /// The terms whose values are addresses on the web.
    private static let addresses: [StaticString] = ["url", "sameAs", "contentUrl", "isBasedOn"]
    /// The terms whose values are terms themselves.
    private static let enumerated: [StaticString] = ["eventStatus", "eventAttendanceMode"]

    // MARK: Identity

    private mutating func identity(of record: borrowing Record, _ type: StaticString) {
        if let id = record.first(record.schema.position(of: "id")) {
            beginName(record.schema.name, record[id.text])
            printer.name("@id")
            printer.string(scratch.bytes)
        }
        printer.name("@type")
        printer.literal(type)
    }

    /// Begins the global name of a record in `scratch`.
    mutating func beginName(_ type: String, _ id: Bytes) {
        scratch.removeAll()
        scratch.append(utf8: base)
        scratch.append(utf8: type)
        continueName(id)
    }

    /// Continues it by an id; what no token holds is spelled as in a URI.
    mutating func continueName(_ id: Bytes) {
        scratch.append("/")
        scratch.append(path: id)
    }

    /// The node that a reference means.
    mutating func link(_ reference: Bytes, to type: String) {
        printer.beginObject()
        printer.name("@id")
        if reference.isAddress {
            printer.string(reference)
        } else {
            beginName(type, reference)
            printer.string(scratch.bytes)
        }
        printer.endObject()
    }

    // MARK: Rows

    private mutating func row(_ row: JSONLDTable.Row, _ record: borrowing Record) {
        let fields = row.fields.filter { record.first($0) != nil }
        guard let first = fields.first else { return }
        if record.schema.shapes[first] == .texts { return texts(row.term, fields, .root, record) }
        var count = 0
        for field in fields { record.each(field) { _ in count += 1 } }
        printer.name(row.term)
        if count > 1 { printer.beginArray() }
        for field in fields {
            var value = record.first(field)
            while let current = value {
                self.value(current, record.schema.fields[field].kind, record)
                value = record.next(current)
            }
        }
        if count > 1 { printer.endArray() }
    }

    private mutating func value(_ value: Record.Value, _ kind: Kind, _ record: borrowing Record) {
        let text = record[value.text]
        switch kind {
        case .scalar(.integer), .scalar(.decimal), .scalar(.flag): printer.verbatim(text)
        case .scalar(.reference(let type)), .list(.reference(let type)): link(text, to: type.rawValue)
        case .list(.typedReference):
            guard !text.isAddress, let slash = text.index(of: UInt8(ascii: "/")) else { return link(text, to: "") }
            link(text.dropping(slash + 1), to: text.prefix(slash).text)
        default: printer.string(text)
        }
    }

    /// One map of languages for the texts of several fields; a language of several texts has an array of them.
    mutating func texts(_ term: StaticString, _ fields: [Int], _ node: Record.Node, _ record: borrowing Record) {
        var versions: [(tag: Slice, texts: [Slice])] = []
        for field in fields {
            record.each(field, of: node) { value in
                // Whoever reads the graph takes other words for keywords of JSON-LD, or refuses them.
                guard record[value.label].isLanguageTag else { return }
                let known = versions.firstIndex { record[$0.tag].equalsIgnoringCase(record[value.label]) }
                if let known {
                    versions[known].texts.append(value.text)
                } else {
                    versions.append((value.label, [value.text]))
                }
            }
        }
        guard !versions.isEmpty else { return }
        printer.name(term)
        printer.beginObject()
        for version in versions {
            printer.name(record[version.tag])
            if version.texts.count > 1 { printer.beginArray() }
            for text in version.texts { printer.string(record[text]) }
            if version.texts.count > 1 { printer.endArray() }
        }
        printer.endObject()
    }

    // MARK: The record as a work

    private mutating func work(_ table: JSONLDTable, _ record: borrowing Record) {
        let rows = table.work.filter { row in row.fields.contains { record.first($0) != nil } }
        guard !rows.isEmpty else { return }
        if !table.isWork {
            printer.name("subjectOf")
            printer.beginObject()
            printer.name("@type")
            printer.literal("CreativeWork")
        }
        for row in rows {
            switch record.schema.fields[row.fields[0]].name {
            case "licence": licence(row, record)
            default: self.row(row, record)
            }
        }
        if !table.isWork { printer.endObject() }
    }

    /// An identifier of SPDX has its page there; any other word is the name of a licence.
    private mutating func licence(_ row: JSONLDTable.Row, _ record: borrowing Record) {
        guard let value = record.first(row.fields[0]) else { return }
        let text = record[value.text]
        printer.name(row.term)
        printer.beginObject()
        if text.isAddress {
            printer.name("@id")
            printer.string(text)
        } else if text.isSPDXIdentifier {
            printer.name("@id")
            printer.string(text, after: "https://spdx.org/licenses/")
        } else {
            printer.name("@type")
            printer.literal("CreativeWork")
            printer.name("name")
            printer.string(text)
        }
        printer.endObject()
    }
}

extension ByteBuffer {
    /// Appends an id as a part of a path: what no token holds is spelled as in a URI, so that no two ids become one.
    mutating func append(path id: Bytes) {
        let digits: StaticString = "0123456789ABCDEF"
        for index in 0..<id.count {
            let octet = id[index]
            if octet.isTokenOctet {
                append(octet)
            } else {
                append("%")
                append(digits.utf8Start[Int(octet >> 4)])
                append(digits.utf8Start[Int(octet & 15)])
            }
        }
    }
}

extension Bytes {
    func contains(_ octet: UInt8) -> Bool { index(of: octet) != nil }

    /// Whether it is a URI rather than an id.
    var isAddress: Bool { contains(UInt8(ascii: ":")) }

    /// Whether it is made as identifiers of SPDX are, and is none of somebody's own.
    fileprivate var isSPDXIdentifier: Bool {
        guard count > 0, !prefix(11).equals("LicenseRef-") else { return false }
        for index in 0..<count {
            let octet = self[index]
            let isLetter = (octet | 0x20) &- UInt8(ascii: "a") < 26
            guard
                isLetter || octet &- UInt8(ascii: "0") < 10 || octet == UInt8(ascii: "-") || octet == UInt8(ascii: ".")
            else { return false }
        }
        return true
    }
}
