import ExchangeBytes
import ExchangeModel
import ExchangeSyntax

/// Nodes of a record that are none of ours, ready to be written where they stood.
struct XMLForeignNodes {
    /// The text of the extra that they were kept in.
    let extra: Slice
    private var attributes: [XMLForeignAttribute] = []
    private var elements: [[UInt8]] = []

    /// Octets that all the attributes may have together, beside the longest id.
    private static let longestAttributes = 16 << 10
    /// How many elements may lie around a node at most.
    private static let outerDepth = 5

    /// The nodes that an extra holds; nil if one of them would not be read back as it is, and all stay an extra.
    init?(_ json: Bytes, extra: Slice, in schema: Schema) {
        self.extra = extra
        guard let nodes = Self.strings(in: json), !nodes.isEmpty, nodes.count <= Limits().extras else { return nil }
        let shape = XMLShape.of(schema)
        for text in nodes {
            if text.first == UInt8(ascii: "@") {
                guard elements.isEmpty, let attribute = XMLForeignAttribute(text, in: shape) else { return nil }
                attributes.append(attribute)
            } else {
                guard let element = Self.element(text, in: shape) else { return nil }
                elements.append(element)
            }
        }
        if !attributes.isEmpty, !canStand { return nil }
    }

    /// Prints the attributes, each with its blank.
    func appendAttributes(to output: inout ByteBuffer) {
        var prefixes: [[UInt8]] = []
        for attribute in attributes {
            output.append(" ")
            if let uri = attribute.uri {
                let known = prefixes.firstIndex(of: uri)
                if known == nil { prefixes.append(uri) }
                output.append(
                    utf8: uri == Array(XMLVocabulary.xml.utf8) ? "xml:" : "n\((known ?? prefixes.count - 1) + 1):")
            }
            output.append(contentsOf: attribute.name)
            Self.appendValue(attribute.value, to: &output)
        }
        for (index, uri) in prefixes.enumerated() where uri != Array(XMLVocabulary.xml.utf8) {
            output.append(utf8: " xmlns:n\(index + 1)")
            Self.appendValue(uri, to: &output)
        }
    }

    /// Whether elements are among them.
    var hasElements: Bool { !elements.isEmpty }

    /// Prints the elements, each on a line of its own.
    func appendElements(after indentation: String, to output: inout ByteBuffer) {
        for element in elements {
            output.append(utf8: indentation)
            output.append(contentsOf: element)
        }
    }

    private static func appendValue(_ value: [UInt8], to output: inout ByteBuffer) {
        output.append("=\"")
        var text = ByteBuffer(capacity: value.count)
        text.append(contentsOf: value)
        XMLText.appendAttribute(text.bytes, to: &output)
        output.append("\"")
    }

    /// The strings of a JSON array that holds nothing else, and is spelled as it would be again.
    private static func strings(in json: Bytes) -> [[UInt8]]? {
        guard json.count > 2, json[0] == UInt8(ascii: "[") else { return nil }
        var scanner = JSONScanner(ByteWindow({ _ in 0 }, capacity: 64, limit: .max))
        scanner.window.show(json)
        var found: [[UInt8]] = []
        var again = ByteBuffer()
        do {
            guard try scanner.opens(UInt8(ascii: "["), UInt8(ascii: "]")) else { return nil }
            repeat {
                var target = ByteBuffer()
                guard try scanner.peek() == UInt8(ascii: "\"") else { return nil }
                let slice = try scanner.string(into: &target)
                again.append(found.isEmpty ? UInt8(ascii: "[") : UInt8(ascii: ","))
                JSONText.append(target[slice], to: &again)
                found.append(target[slice].octets)
            } while try scanner.continues(until: UInt8(ascii: "]"))
        } catch { return nil }
        again.append(UInt8(ascii: "]"))
        return again.bytes.equals(json) ? found : nil
    }

    // MARK: Whether they are read back as they are

    /// The element, with the default namespace of what stands around it taken back.
    private static func element(_ text: [UInt8], in shape: XMLShape) -> [UInt8]? {
        guard text.count <= Limits().string, text.first == UInt8(ascii: "<") else { return nil }
        let name = text.prefix { $0 != UInt8(ascii: ">") && !$0.isXMLBlank }
        let declaresDefault = text.dropFirst(name.count).starts(with: Array(" xmlns=".utf8))
        let spelled = declaresDefault ? text : name + Array(" xmlns=\"\"".utf8) + text.dropFirst(name.count)
        var check = XMLNodeCheck()
        guard check.reads(around(spelled), depth: Limits().depth - outerDepth) else { return nil }
        guard check.isSingle, check.spelling == text, check.outer.isEmpty else { return nil }
        if check.isOurs {
            var local = ByteBuffer()
            local.append(contentsOf: check.localName)
            if shape.entry(local.bytes) != nil { return nil }
        }
        return spelled
    }

    /// Whether the attributes can stand in one tag, and are found there as they are.
    private var canStand: Bool {
        var output = ByteBuffer()
        output.append("<n")
        appendAttributes(to: &output)
        output.append("/>")
        guard attributes.count <= Limits().namespaces - 2, output.count <= Self.longestAttributes else {
            return false
        }
        var check = XMLNodeCheck()
        guard check.reads(Self.around(output.bytes.octets), depth: Limits().depth) else { return false }
        return check.isSingle && check.outer.isEmpty && check.localName == [UInt8(ascii: "n")]
            && check.attributes == attributes
    }

    private static func around(_ node: [UInt8]) -> [UInt8] {
        Array("<exchange xmlns=\"\(XMLVocabulary.namespace)\">".utf8) + node + Array("</exchange>".utf8)
    }
}

/// An attribute that is none of ours: `@{uri}name=value`, or `@name=value` without a namespace.
struct XMLForeignAttribute: Equatable {
    let uri: [UInt8]?
    let name: [UInt8]
    let value: [UInt8]

    init(uri: [UInt8]?, name: [UInt8], value: [UInt8]) {
        (self.uri, self.name, self.value) = (uri, name, value)
    }

    /// Nil if it is none, or one that our tables know.
    init?(_ text: [UInt8], in shape: XMLShape) {
        var rest = text.dropFirst()
        var uri: [UInt8]?
        if rest.first == UInt8(ascii: "{") {
            guard let end = rest.firstIndex(of: UInt8(ascii: "}")), end > rest.startIndex + 1 else { return nil }
            uri = Array(rest[(rest.startIndex + 1)..<end])
            rest = rest[(end + 1)...]
        }
        guard let equals = rest.firstIndex(of: UInt8(ascii: "=")) else { return nil }
        let name = Array(rest[..<equals])
        if name.isEmpty || text.contains(0x0D) { return nil }
        var local = ByteBuffer()
        local.append(contentsOf: name)
        if uri == nil, shape.field(ofAttribute: local.bytes) != nil || local.bytes.equals("xmlns") { return nil }
        self.init(uri: uri, name: name, value: Array(rest[(equals + 1)...]))
    }
}

/// Reads what stands in an element, as the reader of an exchange would.
private struct XMLNodeCheck: ~Copyable {
    private var node = XMLCanonicalNode()
    private var count = 0
    private(set) var isOurs = false
    private(set) var localName: [UInt8] = []
    private(set) var attributes: [XMLForeignAttribute] = []
    /// What stands beside the node.
    private(set) var outer: [UInt8] = []

    var isSingle: Bool { count == 1 }
    var spelling: [UInt8] { node.output.bytes.octets }

    /// Whether a document is well-formed and within limits.
    mutating func reads(_ document: [UInt8], depth: Int) -> Bool {
        var limits = Limits()
        limits.depth = depth
        do {
            var scanner = try XMLScanner(ByteInput(document), namespace: "urn:cos-exchange:1", limits: limits)
            while try step(&scanner) {}
            return true
        } catch { return false }
    }

    /// Takes an event; false if it is the last.
    private mutating func step(_ scanner: inout XMLScanner) throws -> Bool {
        switch try scanner.next() {
        case .start:
            if scanner.depth == 2 { begin(scanner) }
            if scanner.depth > 1 { node.start(scanner) }
        case .end: if scanner.depth > 1 { node.end() }
        case .text: if isInNode(scanner) { node.text(scanner.text) } else { outer += scanner.text.octets }
        case .comment: if isInNode(scanner) { node.comment(scanner.text) } else { outer += scanner.text.octets }
        case .instruction:
            if isInNode(scanner) {
                node.instruction(scanner.target, scanner.text)
            } else {
                outer += scanner.target.octets
            }
        case .finish: return false
        }
        return true
    }

    private func isInNode(_ scanner: borrowing XMLScanner) -> Bool { scanner.depth > 1 }

    private mutating func begin(_ tag: borrowing XMLScanner) {
        count += 1
        isOurs = tag.isAsked
        localName = tag.localName.octets
        attributes = []
        for index in 0..<tag.attributeCount {
            let attribute = tag.attribute(index)
            let uri = attribute.namespace.isEmpty ? nil : attribute.namespace.octets
            attributes.append(
                XMLForeignAttribute(uri: uri, name: attribute.localName.octets, value: attribute.value.octets))
        }
    }
}
