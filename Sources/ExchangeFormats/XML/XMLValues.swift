import ExchangeBytes
import ExchangeDiagnostics
import ExchangeModel
import ExchangeSyntax

/// The element at hand, if it holds a value or extras.
struct XMLLeaf {
    var field = 0
    /// Where its start tag is, and its content.
    var offset = 0
    var content = 0
    /// The values of the attributes that say something, each nil if it is not given, and where.
    var language: Slice?
    var ref: Slice?
    var role: Slice?
    var refOffset = 0
    /// Where in the record's octets its text begins.
    var textStart = 0
    /// Whether a carriage return is in its text.
    var hasReturn = false
}

/// Values of fields.
extension XMLReader {
    /// Takes an element whose content is text.
    func begin(_ tag: XMLTag) {
        leaf = XMLLeaf(offset: tag.offset, content: tag.end)
        leaf.textStart = record.bytes.count
    }

    /// Takes up a piece of the text of the element at hand.
    func append(_ run: XMLRun, limit: Int) throws {
        record.bytes.append(run)
        if run.count == 1, run[0] == 0x0D { leaf.hasReturn = true }
        let count = record.bytes.count - leaf.textStart
        if count > limit {
            throw Note(
                .limitExceeded, at: leaf.content, detail: "a string longer than the limit of \(limit) octets")
        }
    }

    /// The attributes of a record: its fields, and those that are kept as they are.
    func attributes(of tag: XMLTag) throws {
        let frame = frames[frames.count - 1]
        for index in 0..<tag.attributeCount {
            let attribute = tag.attribute(index)
            guard attribute.namespace.isEmpty, let field = frame.shape.field(ofAttribute: name(attribute.localName))
            else {
                try keep(attribute, index, of: tag, in: frame)
                continue
            }
            if frame.node.isRoot, case .section(.some(let wanted)) = mode, !wanted[field] { continue }
            let offset = tag.valueOffset(index)
            let value = try slice(of: attribute.value, at: offset)
            if value.isEmpty {
                record.setAside(field, of: frame.node)
                remark(Note(.emptyValue, at: offset), in: "/" + frame.shape.schema.fields[field].name)
            } else {
                record.append(value, to: field, of: frame.node, at: offset)
            }
        }
    }

    /// The value of an attribute, copied, its carriage returns read as line feeds.
    func slice(of value: XMLRun, at offset: Int) throws -> Slice {
        if value.count > limits.string {
            throw Note(.limitExceeded, at: offset, detail: "a string longer than the limit of \(limits.string) octets")
        }
        let first = record.bytes.count
        record.bytes.append(value)
        if value.contains(0x0D) { endLines(from: first, at: offset) }
        return Slice(offset: first, count: record.bytes.count - first)
    }

    func beginValue(_ tag: XMLTag, _ field: Int, in frame: Frame) throws {
        let shape = frame.shape.schema.shapes[field]
        if shape != .list, shape != .texts, shape != .participations, record.isGiven(field, of: frame.node) {
            let first = record.first(field, of: frame.node)?.offset
            throw Note(.duplicateKey, at: tag.offset, related: first, detail: "a second element of the same name")
        }
        begin(tag)
        leaf.field = field
        let isReference = frame.shape.isReference[field]
        for index in 0..<tag.attributeCount {
            let attribute = tag.attribute(index)
            let isPlain = attribute.namespace.isEmpty
            if isReference, isPlain, attribute.localName.equals("ref") {
                leaf.refOffset = tag.valueOffset(index)
                leaf.ref = try slice(of: attribute.value, at: leaf.refOffset)
            } else if shape == .participations, isPlain, attribute.localName.equals("role") {
                leaf.role = try slice(of: attribute.value, at: tag.valueOffset(index))
                if leaf.role?.isEmpty == true { remark(Note(.emptyValue, at: tag.valueOffset(index)), in: leafPath) }
            } else if shape == .texts, attribute.prefix.equals("xml"), attribute.localName.equals("lang") {
                leaf.language = try slice(of: attribute.value, at: tag.valueOffset(index))
            } else {
                tellLost(index, of: tag)
            }
        }
        if shape == .texts, leaf.language == nil {
            remark(Note(.xmlLanguageMissing, at: tag.offset), in: leafPath)
        }
        leaf.textStart = record.bytes.count
        inside = .value
        if isReference, leaf.ref?.isEmpty ?? true {
            remark(Note(.wrongType, at: tag.offset, detail: "a reference is expected: ref=\"…\""), in: leafPath)
            try makeForeign()
        }
    }

    /// Takes the value of the element that ends.
    func endValue() throws {
        let frame = frames[frames.count - 1]
        if leaf.hasReturn { endLines(from: leaf.textStart, at: leaf.content) }
        let text = Slice(offset: leaf.textStart, count: record.bytes.count - leaf.textStart)
        let (field, shape) = (leaf.field, frame.shape.schema.shapes[leaf.field])
        if let ref = leaf.ref {
            if !record[text].isBlank { remark(Note(.strayText, at: leaf.content), in: leafPath) }
            record.append(ref, label: leaf.role ?? Slice(), to: field, of: frame.node, at: leaf.refOffset)
            return
        }
        if text.isEmpty {
            remark(Note(.emptyValue, at: leaf.offset), in: leafPath)
            if record.first(field, of: frame.node) == nil { record.setAside(field, of: frame.node) }
            return
        }
        switch shape {
        case .texts: try endText(text, in: frame)
        case .string, .list: record.append(text, to: field, of: frame.node, at: leaf.content)
        case .integer, .decimal, .flag: endWord(text, shape, in: frame)
        case .participations, .children: break
        }
    }

    private func endText(_ text: Slice, in frame: Frame) throws {
        let label = leaf.language ?? record.bytes.slice(of: "und")
        var (first, count): (Int?, Int) = (nil, 1)
        record.each(leaf.field, of: frame.node) { version in
            let isSame = record[version.label].equalsIgnoringCase(record[label])
            if isSame || record[version.label].isEquivalent(to: record[label]) { first = version.offset }
            count += 1
        }
        if let first {
            throw Note(.duplicateKey, at: leaf.offset, related: first, detail: "a second version in the same language")
        }
        if count > limits.languages {
            throw Note(
                .limitExceeded, at: leaf.offset,
                detail: "a text in more languages than the limit of \(limits.languages)")
        }
        record.append(text, label: label, to: leaf.field, of: frame.node, at: leaf.content)
    }

    /// Takes a number or a flag; what is none is kept as a string among the extras.
    private func endWord(_ text: Slice, _ shape: Kind.Shape, in frame: Frame) {
        let (field, node) = (leaf.field, frame.node)
        let word = record[text].trimmed(text)
        switch shape {
        case .integer where record[word].isWholeNumber:
            return record.append(word, to: field, of: node, at: leaf.content)
        case .flag where record[word].equals("true") || record[word].equals("false"):
            return record.append(word, to: field, of: node, at: leaf.content)
        case .decimal where record[word].isNumber:
            guard let shortest = DecimalSpelling.shorten(word, in: &record.bytes) else { break }
            if shortest != word { remark(Note(.numberSpelling, at: leaf.content), in: leafPath) }
            return record.append(shortest, to: field, of: node, at: leaf.content)
        default: break
        }
        let detail = Expectation(frame.shape.schema.fields[field].kind).sentence
        remark(Note(.wrongType, at: leaf.content, detail: detail), in: leafPath)
        record.setAside(field, of: node)
        var json = ByteBuffer()
        JSONText.append(record[text], to: &json)
        let name = record.bytes.slice(of: frame.shape.schema.fields[field].name)
        record.appendExtra(
            record.bytes.append(sliceOf: json.bytes), name: name, to: node, frame.shape.schema, at: leaf.offset)
    }

    /// Makes line feeds of the carriage returns in the record's last octets, with the line feeds behind them.
    private func endLines(from first: Int, at offset: Int) {
        remark(Note(.lineEnd, at: offset))
        let octets = record.bytes[Slice(offset: first, count: record.bytes.count - first)].octets
        record.bytes.truncate(to: first)
        var isBehindReturn = false
        for octet in octets {
            if octet != 0x0A || !isBehindReturn { record.bytes.append(octet == 0x0D ? 0x0A : octet) }
            isBehindReturn = octet == 0x0D
        }
    }

    /// Tells that nothing keeps the attributes of an element.
    func tellLostAttributes(of tag: XMLTag) {
        for index in 0..<tag.attributeCount { tellLost(index, of: tag) }
    }

    private func tellLost(_ index: Int, of tag: XMLTag) {
        let detail = "an attribute that this element does not have; it is left out"
        remark(Note(.fieldNotRepresentable, at: tag.nameOffset(index), detail: detail))
    }
}

extension Bytes {
    /// Whether it holds white space only.
    fileprivate var isBlank: Bool {
        for index in 0..<count where !self[index].isXMLBlank { return false }
        return true
    }

    /// The slice of these octets without the white space at its ends.
    fileprivate func trimmed(_ slice: Slice) -> Slice {
        var (first, end) = (0, count)
        while first < end, self[first].isXMLBlank { first += 1 }
        while end > first, self[end - 1].isXMLBlank { end -= 1 }
        return Slice(offset: Int(slice.offset) + first, count: end - first)
    }

    /// Whether it is a whole number of fifteen digits at most, as JSON writes numbers (RFC 8259 section 6).
    fileprivate var isWholeNumber: Bool {
        guard isNumber else { return false }
        let digits = self[0] == UInt8(ascii: "-") ? count - 1 : count
        if digits < count, self[1] == UInt8(ascii: "0") { return false }
        for index in count - digits..<count where self[index] &- UInt8(ascii: "0") > 9 { return false }
        return digits <= 15
    }

    /// Whether it is a number as JSON writes numbers (RFC 8259 section 6).
    fileprivate var isNumber: Bool {
        var index = 0
        func digits() -> Int {
            let first = index
            while index < count, self[index] &- UInt8(ascii: "0") <= 9 { index += 1 }
            return index - first
        }
        if index < count, self[index] == UInt8(ascii: "-") { index += 1 }
        let leadsWithZero = index < count && self[index] == UInt8(ascii: "0")
        let whole = digits()
        guard whole > 0, !leadsWithZero || whole == 1 else { return false }
        if index < count, self[index] == UInt8(ascii: ".") {
            index += 1
            guard digits() > 0 else { return false }
        }
        if index < count, self[index] | 0x20 == UInt8(ascii: "e") {
            index += 1
            if index < count, self[index] == UInt8(ascii: "+") || self[index] == UInt8(ascii: "-") { index += 1 }
            guard digits() > 0 else { return false }
        }
        return index == count
    }
}
