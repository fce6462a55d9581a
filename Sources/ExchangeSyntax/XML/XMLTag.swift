import ExchangeBytes

/// A run of octets of the parser's, good until its event has been handled. Nothing may be read behind it.
public typealias XMLRun = UnsafeRawBufferPointer

/// A start tag, good until its event has been handled.
public struct XMLTag {
    /// Where in the input its `<` is.
    public let offset: Int
    /// Where in the input the octet behind its `>` is.
    public let end: Int
    /// How many attributes it has; namespace declarations are none.
    public let attributeCount: Int
    /// How many namespaces it declares.
    public let namespaceCount: Int

    let name: UnsafePointer<UInt8>
    let prefixName: UnsafePointer<UInt8>?
    let uri: UnsafePointer<UInt8>?
    let namespaces: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
    let attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
    /// The first and the last address of the value of each attribute.
    let values: Values

    typealias Values = UnsafeMutablePointer<UnsafePointer<UInt8>?>
    /// The tag as it is written, from its `<` to its last bracket or slash.
    let raw: XMLRun

    /// One attribute of a tag.
    public struct Attribute {
        /// Its name without a prefix.
        public let localName: XMLRun
        /// Empty if it has none.
        public let prefix: XMLRun
        /// Empty if it has none.
        public let namespace: XMLRun
        /// With references and blanks resolved (XML 1.0 section 3.3.3).
        public let value: XMLRun
    }

    /// Its name without a prefix.
    public var localName: XMLRun { .string(name) }
    /// Empty if it has none.
    public var prefix: XMLRun { .string(prefixName) }
    /// The URI of its namespace; empty if it has none.
    public var namespace: XMLRun { .string(uri) }

    /// Whether its namespace is the one of that URI.
    public func isIn(_ namespace: StaticString) -> Bool { XMLRun.string(uri).equals(namespace) }

    /// The attribute at an index, in the order of the tag.
    public func attribute(_ index: Int) -> Attribute {
        let first = 5 * index
        var value = XMLRun(start: nil, count: 0)
        if let begin = values[2 * index], let end = values[2 * index + 1] {
            value = XMLRun(start: begin, count: end - begin)
        }
        return Attribute(
            localName: .string(attributes?[first]), prefix: .string(attributes?[first + 1]),
            namespace: .string(attributes?[first + 2]), value: value)
    }

    /// The prefix and the URI of the namespace declaration at an index; the default namespace has an empty prefix.
    public func declaration(_ index: Int) -> (prefix: XMLRun, uri: XMLRun) {
        (.string(namespaces?[2 * index]), .string(namespaces?[2 * index + 1]))
    }

    /// Where in the input the value of an attribute begins, behind its quotation mark.
    public func valueOffset(_ index: Int) -> Int {
        let attribute = attribute(index)
        if let begin = attribute.value.baseAddress, let first = raw.baseAddress, let last = raw.end,
            begin >= first, begin < last
        {
            return offset + (begin - first)
        }
        return offset + (written(attribute)?.value.lowerBound ?? 0)
    }

    /// Where in the input the name of an attribute begins.
    public func nameOffset(_ index: Int) -> Int {
        let attribute = attribute(index)
        return offset + (written(attribute)?.name.lowerBound ?? 0)
    }

    /// Where the name and the value of an attribute are, in the tag as it is written.
    func written(_ attribute: Attribute) -> (name: Range<Int>, value: Range<Int>)? {
        XMLWrittenTag.attributes(of: raw).first {
            XMLRun(rebasing: raw[$0.name]).isName(attribute.prefix, attribute.localName)
        }
    }

    /// Finds the values of all attributes. Those that are written with references or line ends are put together in
    /// `scratch`: editions of the library differ in what they make of an ampersand.
    func findValues(_ scratch: inout ByteBuffer) {
        scratch.removeAll()
        scratch.reserve(raw.count)
        for index in 0..<attributeCount {
            values[2 * index] = attributes?[5 * index + 3]
            values[2 * index + 1] = attributes?[5 * index + 4]
            if let start = values[2 * index], holds(start) { continue }
            guard let written = written(attribute(index)) else { continue }
            let first = scratch.count
            XMLWrittenTag.decode(XMLRun(rebasing: raw[written.value]), to: &scratch)
            let start = scratch.bytes.start.assumingMemoryBound(to: UInt8.self)
            values[2 * index] = start + first
            values[2 * index + 1] = start + scratch.count
        }
    }
}

/// A start tag as it is written.
enum XMLWrittenTag {
    /// Where the names and the values of its attributes and declarations are, values without their quotation marks.
    static func attributes(of raw: XMLRun) -> [(name: Range<Int>, value: Range<Int>)] {
        var found: [(Range<Int>, Range<Int>)] = []
        var index = 1
        while index < raw.count, !raw[index].isXMLBlank { index += 1 }
        while true {
            while index < raw.count, raw[index].isXMLBlank { index += 1 }
            let name = index
            while index < raw.count, !raw[index].isXMLBlank, raw[index] != UInt8(ascii: "=") { index += 1 }
            let nameEnd = index
            while index < raw.count, raw[index].isXMLBlank || raw[index] == UInt8(ascii: "=") { index += 1 }
            guard index < raw.count, nameEnd > name else { return found }
            let quote = raw[index]
            guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return found }
            let value = index + 1
            index = value
            while index < raw.count, raw[index] != quote { index += 1 }
            found.append((name..<nameEnd, value..<index))
            index += 1
        }
    }
}

extension XMLWrittenTag {
    /// Appends the value of an attribute as it is meant (XML 1.0 section 3.3.3); it is known to be well-formed.
    static func decode(_ written: XMLRun, to target: inout ByteBuffer) {
        var index = 0
        while index < written.count {
            let byte = written[index]
            index += 1
            switch byte {
            case 0x0D:
                if index < written.count, written[index] == 0x0A { index += 1 }
                target.append(UInt8(ascii: " "))
            case 0x0A, 0x09: target.append(UInt8(ascii: " "))
            case UInt8(ascii: "&"):
                let end = written[index...].firstIndex(of: UInt8(ascii: ";")) ?? written.count
                let name = String(decoding: written[index..<end], as: UTF8.self)
                target.append(utf8: Self.text(of: name))
                index = min(written.count, end + 1)
            default: target.append(byte)
            }
        }
    }

    /// What a reference of a name stands for.
    private static func text(of name: String) -> String {
        switch name {
        case "amp": return "&"
        case "lt": return "<"
        case "gt": return ">"
        case "quot": return "\""
        case "apos": return "'"
        default:
            let isHexadecimal = name.hasPrefix("#x")
            let digits = name.dropFirst(isHexadecimal ? 2 : 1)
            let scalar = UInt32(digits, radix: isHexadecimal ? 16 : 10).flatMap { Unicode.Scalar($0) }
            return scalar.map { String($0) } ?? ""
        }
    }
}

extension UInt8 {
    /// Whether the octet is white space (XML 1.0 section 2.3).
    public var isXMLBlank: Bool { self == 0x20 || self == 0x0A || self == 0x09 || self == 0x0D }
}

extension XMLRun {
    /// A string of the parser's, which ends with a zero; empty if there is none.
    static func string(_ start: UnsafePointer<UInt8>?) -> XMLRun {
        guard let start else { return XMLRun(start: nil, count: 0) }
        var count = 0
        while start[count] != 0 { count += 1 }
        return XMLRun(start: start, count: count)
    }

    /// Where it ends.
    var end: UnsafeRawPointer? { baseAddress.map { $0 + count } }

    /// Whether the run holds the octets of a literal.
    public func equals(_ literal: StaticString) -> Bool {
        guard count == literal.utf8CodeUnitCount else { return false }
        for index in 0..<count where self[index] != literal.utf8Start[index] { return false }
        return true
    }

    /// Whether it is a name of a prefix and a local part.
    func isName(_ prefix: XMLRun, _ localName: XMLRun) -> Bool {
        let skipped = prefix.isEmpty ? 0 : prefix.count + 1
        guard count == skipped + localName.count, dropFirst(skipped).elementsEqual(localName) else { return false }
        return prefix.isEmpty || starts(with: prefix)
    }

    /// The octets of a namespace's URI, in which editions of the library leave an ampersand as a reference.
    public var uriOctets: [UInt8] {
        guard contains(UInt8(ascii: "&")) else { return Array(self) }
        return Array(text.split(separator: "&#38;", omittingEmptySubsequences: false).joined(separator: "&").utf8)
    }

    /// The text, with what is no UTF-8 repaired.
    public var text: String { String(decoding: self, as: UTF8.self) }

    /// Whether it holds white space only.
    public var isBlank: Bool { allSatisfy(\.isXMLBlank) }
}

extension ByteBuffer {
    /// Appends a run of the parser's.
    public mutating func append(_ run: XMLRun) {
        guard let start = run.baseAddress else { return }
        append(Bytes(start: start, count: run.count), paddedTo: run.count)
    }
}
