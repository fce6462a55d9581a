import ExchangeBytes
import ExchangeDiagnostics
import ExchangeModel
import ExchangeSyntax

extension CalendarLook {
    /// Reads the header that the calendar carries, or makes one of its lines; keeps what is somebody else's.
    mutating func header(into record: inout Record, _ tell: (Diagnostic) -> Void) {
        for note in notes { tell(note.diagnostic(path: "")) }
        if headerOffset >= 0 {
            var rest = RestReader(limits: limits)
            var remarks: [(Code, String?)] = []
            record.offset = headerOffset
            do {
                try rest.read(headerJSON.bytes, into: &record, .root, Exchange.schema, at: headerOffset) {
                    remarks.append(($0, $1))
                }
                for (code, detail) in remarks {
                    tell(Note(code, at: headerOffset, detail: detail).diagnostic(path: ""))
                }
                compare(&record, tell)
            } catch {
                tell(Note(.brokenResidue, at: headerOffset, detail: error.detail).diagnostic(path: ""))
                record.begin(Exchange.schema)
                rebuild(into: &record)
            }
        } else {
            rebuild(into: &record)
        }
        var foreign = ForeignLines()
        foreign.begin()
        let deep = foreign.append(calendar.components[0], of: calendar) { $0.isOfCalendar }
        foreign.end()
        if let deep { tell(Note(.tooDeep, at: deep).diagnostic(path: "")) }
        record.append(foreign: foreign, to: .root, Exchange.schema, at: 0)
    }

    /// What the UIDs of the calendar's events end with, as its header has it.
    func ending(_ record: borrowing Record) -> [UInt8]? {
        let fields = CalendarFields().header
        guard let base = record.first(fields.baseURI) else { return nil }
        let name = GlobalName(
            baseURI: record[base.text].text, exchange: record.first(fields.id).map { record[$0.text].text } ?? "")
        return name.octets
    }

    /// Makes a header of what the calendar says of itself.
    private func rebuild(into record: inout Record) {
        let component = calendar.components[0]
        func put(_ name: String, _ value: String, label: String = "") {
            guard !value.isEmpty, let field = Exchange.schema.index(of: name) else { return }
            let label = record.bytes.slice(of: label)
            record.append(record.bytes.slice(of: value), label: label, to: field, at: component.offset)
        }
        put("format", "cos-exchange")
        put("schemaVersion", "1.0")
        let uid = calendar.uid(of: component)?.textWithoutControls ?? ""
        let parts = uid.split(separator: "@", maxSplits: 1)
        let left = (parts.first ?? "").split(separator: "~")
        var scratch = ByteBuffer()
        if let id = left.first, parts.count == 2 {
            put("id", String(id))
        } else if let bytes = calendar.uid(of: component) {
            put("id", scratch[UIDPattern.token(of: bytes, to: &scratch)].text)
        } else {
            put("id", "calendar")
        }
        let language = outline.language.isEmpty ? "und" : String(decoding: outline.language, as: UTF8.self)
        for (property, older, field) in [
            (CalendarProperty.name, CalendarProperty.olderName, "name"),
            (.description, .olderDescription, "description"),
        ] {
            var isGiven = false
            for index in component.lines
            where calendar.lines[index].property == property && calendar.lines[index].depth == 0 {
                let line = calendar.lines[index]
                let tag = calendar.parameter("LANGUAGE", of: line)?.text ?? language
                put(field, calendar[line.value].unescapedText, label: tag)
                isGiven = true
            }
            if !isGiven, let line = calendar.first(older, of: component) {
                put(field, calendar[line.value].unescapedText, label: language)
            }
        }
        if parts.count == 2 {
            put(
                "baseURI",
                "https://" + ([String(parts[1])] + left.dropFirst().map(String.init)).joined(separator: "/") + "/")
        }
        let stamp = calendar.first(.lastModified, of: component).map { calendar[$0.value].octets } ?? firstStamp
        var text = ByteBuffer()
        text.append(contentsOf: stamp)
        if case .utc(let time)? = CalendarTime(text.bytes) { put("generated", Instant(time, offset: 0).text) }
        var tags = outline.language.isEmpty ? languages : [language] + languages.filter { $0 != language }
        if tags.isEmpty { tags = [language] }
        for tag in tags { put("languages", tag) }
        if let line = calendar.first(.url, of: component) { put("url", calendar[line.value].textWithoutControls) }
    }
}

extension FoundPlaces {
    /// Hands over the records of a type that could be made.
    func each(of type: RecordType, into record: inout Record, _ body: (inout Record) throws -> Void) throws {
        switch type {
        case .place:
            for (index, place) in places.enumerated() {
                record.begin(RecordType.place.schema)
                (record.offset, record.index) = (place.offset, index)
                fill(&record, with: place)
                try body(&record)
            }
        case .artist:
            for (index, artist) in artists.enumerated() {
                record.begin(RecordType.artist.schema)
                (record.offset, record.index) = (artist.offset, index)
                put("id", artist.id, into: &record, at: artist.offset)
                put("name", artist.name, label: "und", into: &record, at: artist.offset)
                try body(&record)
            }
        default: return
        }
    }

    private func fill(_ record: inout Record, with place: Place) {
        let language = String(decoding: place.language.isEmpty ? Array("und".utf8) : place.language, as: UTF8.self)
        let parts = place.address.split(separator: ", ", maxSplits: 1)
        put("id", place.id, into: &record, at: place.offset)
        put("name", String(parts.first ?? ""), label: language, into: &record, at: place.offset)
        put("kind", "other", into: &record, at: place.offset)
        let street = parts.dropFirst().first.map(String.init) ?? ""
        put("street", street, label: language, into: &record, at: place.offset)
        let degrees = place.point?.split(separator: ";").map { String($0.filter { $0 != " " }) } ?? []
        let isPoint = degrees.count == 2 && degrees.allSatisfy { Coordinate($0) != nil }
        if isPoint {
            number("latitude", degrees[0], into: &record, at: place.offset)
            number("longitude", degrees[1], into: &record, at: place.offset)
        }
        put("precision", isPoint ? "exact" : street.isEmpty ? "city" : "street", into: &record, at: place.offset)
    }

    private func number(_ name: String, _ value: String, into record: inout Record, at offset: Int) {
        let number = record.bytes.slice(of: value)
        guard let field = record.schema.index(of: name), let short = DecimalSpelling.shorten(number, in: &record.bytes)
        else { return }
        record.append(short, to: field, at: offset)
    }

    private func put(_ name: String, _ value: String, label: String = "", into record: inout Record, at offset: Int) {
        guard !value.isEmpty, let field = record.schema.index(of: name) else { return }
        let label = record.bytes.slice(of: label)
        record.append(record.bytes.slice(of: value), label: label, to: field, at: offset)
    }
}
