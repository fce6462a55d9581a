import ExchangeBytes

/// Spells one element, event by event, in the exclusive canonical form with comments (Exclusive XML Canonicalization
/// 1.0): it says for itself which namespaces it needs, and equal nodes are equal octets.
public struct XMLCanonicalNode: ~Copyable {
    /// What has been spelled so far.
    public private(set) var output = ByteBuffer()
    /// The names of the open elements.
    private var names: [[UInt8]] = []
    /// What each prefix is declared to be, the innermost last, and at which depth.
    private var declared: [(prefix: [UInt8], uri: [UInt8], depth: Int)] = []

    /// A node of which nothing has been spelled.
    public init() {}

    /// Forgets the node and begins another.
    public mutating func begin() {
        output.removeAll()
        names.removeAll()
        declared.removeAll()
    }

    /// Whether all elements that began have ended.
    public var isComplete: Bool { names.isEmpty }

    /// Spells the start tag that a scanner has at hand.
    public mutating func start(_ tag: borrowing XMLScanner) {
        var attributes: [XMLAttribute] = []
        for index in 0..<tag.attributeCount { attributes.append(tag.attribute(index)) }
        attributes.sort { ($0.namespace.text, $0.localName.text) < ($1.namespace.text, $1.localName.text) }
        var used = [(prefix: tag.prefix.octets, uri: tag.namespace.octets)]
        for attribute in attributes where !attribute.prefix.isEmpty {
            used.append((attribute.prefix.octets, attribute.namespace.octets))
        }
        open(Self.name(tag.prefix, tag.localName), using: used)
        for attribute in attributes {
            self.attribute(Self.name(attribute.prefix, attribute.localName), attribute.value.octets)
        }
        output.append(UInt8(ascii: ">"))
    }

    /// Spells a start tag of an element in a namespace that becomes the default one; attributes have names as they are
    /// written, in their canonical order.
    public mutating func start(_ name: String, in namespace: String, _ attributes: [(name: String, value: [UInt8])]) {
        open(Array(name.utf8), using: [([], Array(namespace.utf8))])
        for (name, value) in attributes { attribute(Array(name.utf8), value) }
        output.append(UInt8(ascii: ">"))
    }

    private mutating func open(_ name: [UInt8], using used: [(prefix: [UInt8], uri: [UInt8])]) {
        names.append(name)
        output.append(UInt8(ascii: "<"))
        output.append(contentsOf: name)
        var rendered: [(prefix: [UInt8], uri: [UInt8])] = []
        for (prefix, uri) in used
        where prefix != Array("xml".utf8) && !rendered.contains(where: { $0.prefix == prefix }) {
            let known = declared.last { $0.prefix == prefix }?.uri ?? []
            if known != uri { rendered.append((prefix, uri)) }
        }
        for (prefix, uri) in rendered.sorted(by: { $0.prefix.lexicographicallyPrecedes($1.prefix) }) {
            declared.append((prefix, uri, names.count))
            attribute(Array("xmlns".utf8) + (prefix.isEmpty ? [] : [0x3A] + prefix), uri)
        }
    }

    /// Spells the end tag of the innermost element.
    public mutating func end() {
        declared.removeAll { $0.depth == names.count }
        guard let name = names.popLast() else { return }
        output.append("</")
        output.append(contentsOf: name)
        output.append(UInt8(ascii: ">"))
    }

    /// Spells a piece of text.
    public mutating func text(_ run: Bytes) {
        for index in 0..<run.count {
            switch run[index] {
            case UInt8(ascii: "&"): output.append("&amp;")
            case UInt8(ascii: "<"): output.append("&lt;")
            case UInt8(ascii: ">"): output.append("&gt;")
            case 0x0D: output.append("&#xD;")
            case let byte: output.append(byte)
            }
        }
    }

    /// Spells a comment.
    public mutating func comment(_ run: Bytes) {
        output.append("<!--")
        output.append(run)
        output.append("-->")
    }

    /// Spells a processing instruction.
    public mutating func instruction(_ target: Bytes, _ data: Bytes) {
        output.append("<?")
        output.append(target)
        if !data.isEmpty { output.append(UInt8(ascii: " ")) }
        output.append(data)
        output.append("?>")
    }

    private mutating func attribute(_ name: [UInt8], _ value: [UInt8]) {
        output.append(UInt8(ascii: " "))
        output.append(contentsOf: name)
        output.append("=\"")
        for byte in value {
            switch byte {
            case UInt8(ascii: "&"): output.append("&amp;")
            case UInt8(ascii: "<"): output.append("&lt;")
            case UInt8(ascii: "\""): output.append("&quot;")
            case 0x09: output.append("&#x9;")
            case 0x0A: output.append("&#xA;")
            case 0x0D: output.append("&#xD;")
            default: output.append(byte)
            }
        }
        output.append(UInt8(ascii: "\""))
    }

    private static func name(_ prefix: Bytes, _ localName: Bytes) -> [UInt8] {
        prefix.isEmpty ? localName.octets : prefix.octets + [UInt8(ascii: ":")] + localName.octets
    }
}
