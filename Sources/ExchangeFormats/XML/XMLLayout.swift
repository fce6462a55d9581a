import ExchangeBytes
import ExchangeModel
import ExchangeSyntax

/// How a schema's records look in XML: the table of the schema, with tags and indentation spelled out beforehand.
final class XMLLayout {
    private struct Line: BitwiseCopyable {
        let form: Form
        /// From the end of the line before to the first value.
        let begin: Slice
        /// Between a label and its value, or a value and its label.
        let middle: Slice
        let end: Slice
    }

    private enum Form: BitwiseCopyable {
        case attribute, element, text, reference, children
    }

    private let schema: Schema
    private let lines: [Line]
    private let attributes: [Int]
    private let children: [XMLLayout?]
    private let spellings: ByteBuffer
    private let (start, end, extrasStart, extrasEnd): (Slice, Slice, Slice, Slice)
    /// What a record leaves out of its rest where every field is said by an element or an attribute.
    private let nothingLeft: [Omission]

    /// The layout of records whose element stands `depth` levels deep.
    init(_ schema: Schema, depth: Int) {
        self.schema = schema
        func line(_ depth: Int) -> String { depth == 0 ? "" : "\n" + String(repeating: "  ", count: depth) }
        let inner = line(depth + 1)
        var spellings = ByteBuffer()
        lines = schema.fields.map { field in
            switch (field.kind.shape, field.xml) {
            case (.children, _):
                return Line(form: .children, begin: Slice(), middle: Slice(), end: Slice())
            case (_, .attribute(let name)):
                let begin = spellings.slice(of: " \(name)=\"")
                return Line(form: .attribute, begin: begin, middle: Slice(), end: spellings.slice(of: "\""))
            case (_, .reference(let name)):
                let begin = spellings.slice(of: "\(inner)<\(name) ref=\"")
                let middle = spellings.slice(of: "\" role=\"")
                return Line(form: .reference, begin: begin, middle: middle, end: spellings.slice(of: "\"/>"))
            case (.texts, .element(let name)):
                let begin = spellings.slice(of: "\(inner)<\(name) xml:lang=\"")
                let middle = spellings.slice(of: "\">")
                return Line(form: .text, begin: begin, middle: middle, end: spellings.slice(of: "</\(name)>"))
            case (_, .element(let name)):
                let begin = spellings.slice(of: "\(inner)<\(name)>")
                return Line(form: .element, begin: begin, middle: Slice(), end: spellings.slice(of: "</\(name)>"))
            }
        }
        attributes = lines.indices.filter { [lines] in lines[$0].form == .attribute }
        let isRoot = schema === Exchange.schema
        start = spellings.slice(
            of: line(depth) + "<\(schema.element)" + (isRoot ? " xmlns=\"\(XMLVocabulary.namespace)\"" : ""))
        end = spellings.slice(of: "\(line(depth))</\(schema.element)>")
        extrasStart = spellings.slice(of: "\(inner)<\(XMLVocabulary.extras)>")
        extrasEnd = spellings.slice(of: "</\(XMLVocabulary.extras)>")
        self.spellings = spellings
        nothingLeft = schema.fields.map { _ in .field }
        children = schema.children.map { child in child.map { XMLLayout($0, depth: depth + 1) } }
        indentation = inner
    }

    /// Before a node that is none of ours.
    private let indentation: String

    /// Prints a whole element.
    func element(
        _ record: borrowing Record, _ node: Record.Node, rest: inout RestPrinter, to output: inout ByteBuffer
    ) {
        let (hasContent, foreign) = open(record, node, rest: &rest, to: &output)
        if !hasContent, foreign?.hasElements == true { output.append(UInt8(ascii: ">")) }
        foreign?.appendElements(after: indentation, to: &output)
        if hasContent || foreign?.hasElements == true {
            output.append(spellings[end])
        } else {
            output.append("/>")
        }
    }

    /// Prints an element but for its end, and for the nodes in it that are none of ours; if nothing is in it, its start tag
    /// lacks the last bracket.
    func open(
        _ record: borrowing Record, _ node: Record.Node, rest: inout RestPrinter, to output: inout ByteBuffer
    ) -> (hasContent: Bool, foreign: XMLForeignNodes?) {
        output.append(spellings[start])
        var omissions: [Omission]?
        for field in attributes {
            guard let value = record.first(field, of: node) else { continue }
            if !attribute(field, value, record, to: &output) { keep(field, &omissions) }
        }
        let foreign = foreignNodes(of: record, node)
        foreign?.appendAttributes(to: &output)
        let count = output.count
        output.append(UInt8(ascii: ">"))
        for field in 0..<lines.count where lines[field].form != .attribute {
            guard let value = record.first(field, of: node) else { continue }
            let mark = output.count
            if values(of: field, from: value, record, rest: &rest, to: &output) { continue }
            output.truncate(to: mark)
            keep(field, &omissions)
        }
        if omissions != nil || record.first(lines.count, of: node) != nil {
            extras(record, node, omissions ?? nothingLeft, except: foreign?.extra, rest: &rest, to: &output)
        }
        if output.count > count + 1 { return (true, foreign) }
        output.truncate(to: count)
        return (false, foreign)
    }

    private func keep(_ field: Int, _ omissions: inout [Omission]?) {
        var kept = omissions ?? nothingLeft
        kept[field] = .nothing
        omissions = kept
    }

    private func extras(
        _ record: borrowing Record, _ node: Record.Node, _ omissions: [Omission], except extra: Slice?,
        rest: inout RestPrinter, to output: inout ByteBuffer
    ) {
        var json = ByteBuffer()
        guard rest.append(record, node, schema, omissions: omissions, exceptExtra: extra, to: &json) else { return }
        output.append(spellings[extrasStart])
        XMLText.append(json.bytes, to: &output)
        output.append(spellings[extrasEnd])
    }

    // MARK: Values

    private func attribute(
        _ field: Int, _ value: Record.Value, _ record: borrowing Record, to output: inout ByteBuffer
    ) -> Bool {
        guard value.text.count <= XMLVocabulary.longestAttribute else { return false }
        output.append(spellings[lines[field].begin])
        XMLText.appendAttribute(record[value.text], to: &output)
        output.append(spellings[lines[field].end])
        return true
    }

    /// Prints an element for each value of a field; false if one of them cannot be said so.
    private func values(
        of field: Int, from first: Record.Value, _ record: borrowing Record, rest: inout RestPrinter,
        to output: inout ByteBuffer
    ) -> Bool {
        let line = lines[field]
        var next: Record.Value? = first
        while let value = next {
            switch line.form {
            case .attribute: break
            case .element:
                output.append(spellings[line.begin])
                XMLText.append(record[value.text], to: &output)
                output.append(spellings[line.end])
            case .text:
                guard value.label.count <= XMLVocabulary.longestAttribute else { return false }
                output.append(spellings[line.begin])
                XMLText.appendAttribute(record[value.label], to: &output)
                output.append(spellings[line.middle])
                XMLText.append(record[value.text], to: &output)
                output.append(spellings[line.end])
            case .reference:
                let longest = max(value.text.count, value.label.count)
                guard longest <= XMLVocabulary.longestAttribute else { return false }
                output.append(spellings[line.begin])
                XMLText.appendAttribute(record[value.text], to: &output)
                if !value.label.isEmpty {
                    output.append(spellings[line.middle])
                    XMLText.appendAttribute(record[value.label], to: &output)
                }
                output.append(spellings[line.end])
            case .children:
                children[field]?.element(record, value.child, rest: &rest, to: &output)
            }
            next = record.next(value)
        }
        return true
    }

    private func foreignNodes(of record: borrowing Record, _ node: Record.Node) -> XMLForeignNodes? {
        guard record.first(lines.count, of: node) != nil else { return nil }
        var last: Record.Value?
        record.eachExtra(of: node, schema) { last = $0 }
        guard let last, record[last.label].equals("x-xml") else { return nil }
        return XMLForeignNodes(record[last.text], extra: last.text, in: schema)
    }
}
