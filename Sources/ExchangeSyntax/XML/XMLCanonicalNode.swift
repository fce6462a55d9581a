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

    /// Spells a start tag.
    public mutating func start(_ tag: XMLTag) {
        let attributes = (0..<tag.attributeCount).map { tag.attribute($0) }.sorted {
            ($0.namespace.text, $0.localName.text) < ($1.namespace.text, $1.localName.text)
        }
        var used = [(prefix: Array(tag.prefix), uri: tag.namespace.uriOctets)]
        for attribute in attributes where !attribute.prefix.isEmpty {
            used.append((Array(attribute.prefix), attribute.namespace.uriOctets))
        }
        open(Self.name(tag.prefix, tag.localName), using: used)
        for attribute in attributes {
            self.attribute(Self.name(attribute.prefix, attribute.localName), attribute.value)
        }
        output.append(UInt8(ascii: ">"))
    }

    /// Spells a start tag of an element in a namespace that becomes the default one; attributes have names as they are
    /// written, in their canonical order.
    public mutating func start(_ name: String, in namespace: String, _ attributes: [(name: String, value: [UInt8])]) {
        open(Array(name.utf8), using: [([], Array(namespace.utf8))])
        for (name, value) in attributes {
            value.withUnsafeBytes { self.attribute(Array(name.utf8), $0) }
        }
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
            uri.withUnsafeBytes { attribute(Array("xmlns".utf8) + (prefix.isEmpty ? [] : [0x3A] + prefix), $0) }
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
    public mutating func text(_ run: XMLRun) {
        for byte in run {
            switch byte {
            case UInt8(ascii: "&"): output.append("&amp;")
            case UInt8(ascii: "<"): output.append("&lt;")
            case UInt8(ascii: ">"): output.append("&gt;")
            case 0x0D: output.append("&#xD;")
            default: output.append(byte)
            }
        }
    }

    /// Spells a comment.
    public mutating func comment(_ run: XMLRun) {
        output.append("<!--")
        output.append(run)
        output.append("-->")
    }

    /// Spells a processing instruction.
    public mutating func instruction(_ target: XMLRun, _ data: XMLRun) {
        output.append("<?")
        output.append(target)
        if !data.isEmpty { output.append(UInt8(ascii: " ")) }
        output.append(data)
        output.append("?>")
    }

    private mutating func attribute(_ name: [UInt8], _ value: XMLRun) {
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

    private static func name(_ prefix: XMLRun, _ localName: XMLRun) -> [UInt8] {
        prefix.isEmpty ? Array(localName) : Array(prefix) + [UInt8(ascii: ":")] + Array(localName)
    }
}
