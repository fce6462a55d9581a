import ExchangeBytes
import ExchangeDiagnostics
import ExchangeModel

/// What a calendar says of itself, compared with the header that it carries.
extension CalendarLook {
    /// Tells of lines that say something else than the header; a title, a description and a page are taken over.
    func compare(_ record: inout Record, _ tell: (Diagnostic) -> Void) {
        let fields = CalendarFields().header
        let first = record.first(fields.languages).map { record[$0.text].text } ?? "und"
        let languages = LanguageRange(outline.options.language ?? first, default: first)
        text(.name, fields.name, languages, &record, tell)
        text(.description, fields.description, languages, &record, tell)
        if let line = line(.url), let url = record.first(fields.url), record[url.text].isPlainURI,
            !calendar[line.value].equals(record[url.text])
        {
            let due = record[url.text].text
            _ = record.removeAll(of: fields.url)
            record.append(record.bytes.append(sliceOf: calendar[line.value]), to: fields.url, at: line.offset)
            differ(line, due, "url", isKept: true, tell)
        }
        let generated = record.first(fields.generated).flatMap { Instant(record[$0.text]) } ?? Instant(seconds: 0)
        if let line = line(.lastModified) {
            var stamp = ByteBuffer(capacity: 32)
            generated.append(to: &stamp, as: .basic)
            if !calendar[line.value].equals(stamp.bytes) {
                differ(line, stamp.bytes.text, "generated", isKept: false, tell)
            }
        }
    }

    private func line(_ property: CalendarProperty) -> ComponentGroup.Line? {
        calendar.first(property, of: calendar.components[0])
    }

    private func text(
        _ property: CalendarProperty, _ field: Int, _ languages: borrowing LanguageRange, _ record: inout Record,
        _ tell: (Diagnostic) -> Void
    ) {
        guard let line = line(property), let version = languages.best(field, in: record) else { return }
        let said = calendar[line.value].unescapedText
        var due = ByteBuffer(capacity: 256)
        // A line leaves out the one control that a text may hold.
        for index in 0..<Int(version.text.count) where record[version.text][index] != 0x7F {
            due.append(record[version.text][index])
        }
        if said == due.bytes.text { return }
        let label = ByteBuffer.copy(of: record[version.label])
        _ = record.replace(field, label: label.bytes, with: record.bytes.slice(of: said), at: line.offset)
        differ(line, due.bytes.text, Exchange.schema.fields[field].name, isKept: true, tell)
    }

    private func differ(
        _ line: ComponentGroup.Line, _ due: String, _ field: String, isKept: Bool, _ tell: (Diagnostic) -> Void
    ) {
        let said = calendar[line.value].text
        let detail = "\(line.property.name) of the calendar says \"\(said)\", and would say \"\(due)\""
        let note = Note(.derivedDiffers, at: line.offset, detail: detail + (isKept ? "; the change is kept" : ""))
        tell(note.diagnostic(path: "/\(field)", subject: .init(kind: RecordType.exchange.rawValue)))
    }
}

extension ByteBuffer {
    fileprivate static func copy(of bytes: Bytes) -> ByteBuffer {
        var copy = ByteBuffer(capacity: bytes.count)
        copy.append(bytes)
        return copy
    }
}
