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
    mutating func beginLeaf() {
        leaf = XMLLeaf(offset: scanner.offset, content: scanner.end)
        leaf.textStart = record.bytes.count
    }

    /// Takes up a piece of the text of the element at hand.
    mutating func append(_ run: Bytes, limit: Int) throws {
        record.bytes.append(run)
        if run.count == 1, run[0] == 0x0D { leaf.hasReturn = true }
        let count = record.bytes.count &- leaf.textStart
        if count > limit {
            throw Note(
                .limitExceeded, at: leaf.content, detail: "a string longer than the limit of \(limit) octets")
        }
    }

    /// The attributes of a record: its fields, and those that are kept as they are.
    mutating func attributes() throws {
        for index in 0..<scanner.attributeCount {
            let attribute = scanner.attribute(index)
            guard attribute.namespace.isEmpty, let field = shape.field(ofAttribute: attribute.localName) else {
                try keep(attribute)
                continue
            }
            if here.isRoot, case .section(.some(let wanted)) = mode, !wanted[field] { continue }
            let value = try slice(of: attribute)
            if value.isEmpty {
                record.setAside(field, of: here)
                remark(Note(.emptyValue, at: attribute.valueOffset), about: .field(field))
            } else {
                record.append(value, to: field, of: here, at: attribute.valueOffset)
            }
        }
    }

    /// The value of an attribute, copied, its carriage returns read as line feeds.
    mutating func slice(of attribute: XMLAttribute) throws -> Slice {
        let (value, offset) = (attribute.value, attribute.valueOffset)
        if value.count > limits.string {
            throw Note(.limitExceeded, at: offset, detail: "a string longer than the limit of \(limits.string) octets")
        }
        let first = record.bytes.count
        record.bytes.append(value)
        if attribute.isDecoded, record.bytes.bytes.dropping(first).hasReturn { endLines(from: first, at: offset) }
        return Slice(offset: first, count: record.bytes.count - first)
    }

    mutating func beginValue(_ field: Int) throws {
        let kind = shape.schema.shapes[field]
        if kind != .list, kind != .texts, kind != .participations, record.isGiven(field, of: here) {
            let first = record.first(field, of: here)?.offset
            throw Note(
                .duplicateKey, at: scanner.offset, related: first, detail: "a second element of the same name")
        }
        beginLeaf()
        leaf.field = field
        let isReference = shape.isReference[field]
        for index in 0..<scanner.attributeCount {
            let attribute = scanner.attribute(index)
            let isPlain = attribute.namespace.isEmpty
            if isReference, isPlain, attribute.localName.equals("ref") {
                leaf.refOffset = attribute.valueOffset
                leaf.ref = try slice(of: attribute)
            } else if kind == .participations, isPlain, attribute.localName.equals("role") {
                leaf.role = try slice(of: attribute)
                if leaf.role?.isEmpty == true { remark(Note(.emptyValue, at: attribute.valueOffset), about: .leaf) }
            } else if kind == .texts, attribute.prefix.equals("xml"), attribute.localName.equals("lang") {
                leaf.language = try slice(of: attribute)
            } else {
                tellLost(attribute)
            }
        }
        if kind == .texts, leaf.language == nil {
            remark(Note(.xmlLanguageMissing, at: scanner.offset), about: .leaf)
        }
        leaf.textStart = record.bytes.count
        inside = .value
        if isReference, leaf.ref?.isEmpty ?? true {
            remark(Note(.wrongType, at: scanner.offset, detail: "a reference is expected: ref=\"…\""), about: .leaf)
            try makeForeign()
            if case .none = inside { try skip() }
        }
    }

    /// Takes the value of the element that ends.
    mutating func endValue() throws {
        if leaf.hasReturn { endLines(from: leaf.textStart, at: leaf.content) }
        let text = Slice(offset: leaf.textStart, count: record.bytes.count - leaf.textStart)
        let (field, kind) = (leaf.field, shape.schema.shapes[leaf.field])
        if let ref = leaf.ref {
            if !record[text].isXMLBlank { remark(Note(.strayText, at: leaf.content), about: .leaf) }
            record.append(ref, label: leaf.role ?? Slice(), to: field, of: here, at: leaf.refOffset)
            return
        }
        if text.isEmpty {
            remark(Note(.emptyValue, at: leaf.offset), about: .leaf)
            if record.first(field, of: here) == nil { record.setAside(field, of: here) }
            return
        }
        switch kind {
        case .texts: try endText(text)
        case .string, .list: record.append(text, to: field, of: here, at: leaf.content)
        case .integer, .decimal, .flag: endWord(text, kind)
        case .participations, .children: break
        }
    }

    private mutating func endText(_ text: Slice) throws {
        let label = leaf.language ?? record.bytes.slice(of: "und")
        var (first, count): (Int?, Int) = (nil, 1)
        record.each(leaf.field, of: here) { version in
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
        record.append(text, label: label, to: leaf.field, of: here, at: leaf.content)
    }

    /// Takes a number or a flag; what is none is kept as a string among the extras.
    private mutating func endWord(_ text: Slice, _ kind: Kind.Shape) {
        let (field, node) = (leaf.field, here)
        let word = record[text].trimmed(text)
        switch kind {
        case .integer where record[word].isWholeNumber:
            return record.append(word, to: field, of: node, at: leaf.content)
        case .flag where record[word].equals("true") || record[word].equals("false"):
            return record.append(word, to: field, of: node, at: leaf.content)
        case .decimal where record[word].isNumber:
            guard let shortest = DecimalSpelling.shorten(word, in: &record.bytes) else { break }
            if shortest != word { remark(Note(.numberSpelling, at: leaf.content), about: .leaf) }
            return record.append(shortest, to: field, of: node, at: leaf.content)
        default: break
        }
        let detail = Expectation(shape.schema.fields[field].kind).sentence
        remark(Note(.wrongType, at: leaf.content, detail: detail), about: .leaf)
        record.setAside(field, of: node)
        var json = ByteBuffer()
        JSONText.append(record[text], to: &json)
        let name = record.bytes.slice(of: shape.schema.fields[field].name)
        record.appendExtra(
            record.bytes.append(sliceOf: json.bytes), name: name, to: node, shape.schema, at: leaf.offset)
    }

    /// Makes line feeds of the carriage returns in the record's last octets, with the line feeds behind them.
    private mutating func endLines(from first: Int, at offset: Int) {
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
    mutating func tellLostAttributes() {
        for index in 0..<scanner.attributeCount { tellLost(scanner.attribute(index)) }
    }

    private mutating func tellLost(_ attribute: XMLAttribute) {
        let detail = "an attribute that this element does not have; it is left out"
        remark(Note(.fieldNotRepresentable, at: attribute.offset, detail: detail))
    }
}

extension Bytes {
    fileprivate var hasReturn: Bool {
        for index in 0..<count where self[index] == 0x0D { return true }
        return false
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
