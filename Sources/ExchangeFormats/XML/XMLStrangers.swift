import ExchangeBytes
import ExchangeDiagnostics
import ExchangeModel
import ExchangeSyntax

/// Nodes that no table knows: they are kept as strings in the extra `x-xml`, in the order of the document.
extension XMLReader {
    /// Begins to keep an element as it is.
    func beginForeign(_ tag: XMLTag) throws {
        if wantsFields { return inside = .skipped(depth: 0) }
        if tag.isIn("urn:cos-exchange:1"), let frame = frames.last {
            let near = Resemblance.nearest(to: tag.localName.text, among: frame.shape.elementNames)
            let detail = "no element of this one, <\(tag.localName.text.prefix(60))>; it is kept as it is"
            remark(Note(.unknownField, at: tag.offset, detail: detail, suggestions: near), in: foreignPath)
        }
        leaf = XMLLeaf(offset: tag.offset, content: tag.end)
        node.begin()
        inside = .foreign
        try checkNode { $0.start(tag) }
    }

    /// Goes on to keep the element at hand as it is, though it began as a value.
    func makeForeign() throws {
        guard let frame = frames.last else { return }
        if wantsFields { return inside = .skipped(depth: 0) }
        var element = XMLVocabulary.extras
        if case .value = inside {
            switch frame.shape.schema.fields[leaf.field].xml {
            case .attribute(let name), .element(let name), .reference(let name): element = name
            }
        }
        var attributes: [(name: String, value: [UInt8])] = []
        for (name, value) in [("ref", leaf.ref), ("role", leaf.role), ("xml:lang", leaf.language)] {
            if let value { attributes.append((name, record[value].octets)) }
        }
        let text = record[Slice(offset: leaf.textStart, count: record.bytes.count - leaf.textStart)].octets
        node.begin()
        inside = .foreign
        try checkNode { node in
            node.start(element, in: XMLVocabulary.namespace, attributes)
            text.withUnsafeBytes { node.text($0) }
        }
    }

    /// Does something to the node that is kept, which must not become too long.
    func checkNode(_ body: (inout XMLCanonicalNode) -> Void) throws {
        body(&node)
        guard node.output.count > limits.string else { return }
        throw Note(
            .limitExceeded, at: leaf.offset,
            detail: "a string for an element of no schema of ours, longer than the limit of \(limits.string) octets")
    }

    /// Keeps the node that has ended.
    func keepNode() throws { try keep(node.output.bytes) }

    private func keep(_ text: Bytes) throws {
        var json = ByteBuffer(capacity: text.count + 16)
        JSONText.append(text, to: &json)
        let last = frames.count - 1
        if !frames[last].foreign.isEmpty { frames[last].foreign.append(UInt8(ascii: ",")) }
        frames[last].foreign += json.bytes.octets
        frames[last].foreignCount += 1
        if frames[last].foreignCount > limits.extras {
            throw Note(
                .limitExceeded, at: leaf.offset,
                detail: "more members that the schema does not know than the limit of \(limits.extras) for one record")
        }
    }

    /// Keeps an attribute of a record.
    func keep(_ attribute: XMLTag.Attribute, _ index: Int, of tag: XMLTag, in frame: Frame) throws {
        if wantsFields, frame.node.isRoot { return }
        leaf.offset = tag.offset
        if attribute.namespace.isEmpty || attribute.namespace.equals("urn:cos-exchange:1") {
            let near = Resemblance.nearest(to: attribute.localName.text, among: frame.shape.attributeNames)
            let detail = "no attribute of this element, \(attribute.localName.text.prefix(60)); it is kept as it is"
            remark(
                Note(.unknownField, at: tag.nameOffset(index), detail: detail, suggestions: near), in: foreignPath)
        }
        let value = record.bytes[try slice(of: attribute.value, at: tag.valueOffset(index))].octets
        var text = ByteBuffer()
        text.append("@")
        if !attribute.namespace.isEmpty {
            text.append("{")
            text.append(contentsOf: attribute.namespace.uriOctets)
            text.append("}")
        }
        text.append(attribute.localName)
        text.append("=")
        text.append(contentsOf: value)
        try keep(text.bytes)
    }

    // MARK: The end of a record

    /// Takes up what the extras of an element say, and the nodes that were kept.
    func finish(_ frame: Frame) throws {
        if let (json, offset) = frame.extras { try takeExtras(json, at: offset, in: frame) }
        guard !frame.foreign.isEmpty else { return }
        let schema = frame.shape.schema
        var nodes = frame.foreign
        var given: (slice: Slice, offset: Int)?
        record.eachExtra(of: frame.node, schema) { extra in
            if record[extra.label].equals("x-xml") { given = (extra.text, extra.offset) }
        }
        if let (slice, offset) = given {
            let json = record[slice].octets
            guard json.count > 2, json.first == UInt8(ascii: "["), json.last == UInt8(ascii: "]") else {
                throw Note(
                    .duplicateKey, at: frame.offset, related: offset,
                    detail: "nodes of no schema of ours, and extras that say x-xml is something else")
            }
            nodes = json.dropFirst().dropLast() + [UInt8(ascii: ",")] + nodes
            _ = record.remove(from: schema.shapes.count, of: frame.node) { _, label in label.equals("x-xml") }
        }
        let first = record.bytes.count
        record.bytes.append(UInt8(ascii: "["))
        record.bytes.append(contentsOf: nodes)
        record.bytes.append(UInt8(ascii: "]"))
        let json = Slice(offset: first, count: record.bytes.count - first)
        let name = record.bytes.slice(of: XMLVocabulary.foreignNodes)
        record.appendExtra(json, name: name, to: frame.node, schema, at: frame.offset)
    }

    private func takeExtras(_ json: Slice, at offset: Int, in frame: Frame) throws {
        var found: [Note] = []
        let schema = frame.shape.schema
        let text = record.bytes[json].octets
        var copy = ByteBuffer(capacity: text.count)
        copy.append(contentsOf: text)
        try rest.read(copy.bytes, into: &record, frame.node, schema, at: offset) { code, detail in
            found.append(Note(code, at: offset, detail: detail))
        }
        for note in found { remark(note) }
        // An empty version keeps the place of one that lies elsewhere; here nothing lies elsewhere.
        for field in schema.shapes.indices where schema.shapes[field] == .texts {
            _ = record.remove(from: field, of: frame.node) { text, _ in text.isEmpty }
        }
    }
}
