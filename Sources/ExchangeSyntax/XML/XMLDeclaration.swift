import ExchangeBytes
import ExchangeDiagnostics

/// What the first octets of a document say of its encoding.
struct XMLDeclaration {
    /// Whether it says that it is in US-ASCII.
    private(set) var isASCII = false
    /// Why it cannot be read; the offset is counted from the first octet.
    private(set) var fault: Note?

    init(_ bytes: Bytes) {
        if let encoding = Self.encoding(of: bytes) {
            fault = Note(.xmlEncoding, at: 0, detail: "a document in \(encoding); only UTF-8 is read")
            return
        }
        guard bytes.prefix(5).equals("<?xml"), bytes.count > 5, bytes[5].isXMLBlank else { return }
        guard let value = Self.value(in: bytes) else { return }
        let name = String(decoding: bytes.octets[value], as: UTF8.self)
        switch name.lowercased() {
        case "utf-8", "utf8": break
        case "us-ascii", "ascii": isASCII = true
        default:
            let detail = "the document says that it is in \(name.prefix(40)); only UTF-8 is read"
            fault = Note(.xmlEncoding, at: value.lowerBound, detail: detail)
        }
    }

    /// The encoding that the first octets give away, if it is not one that is like ASCII (XML 1.0 appendix F).
    private static func encoding(of bytes: Bytes) -> String? {
        let head = bytes.prefix(4).head
        if bytes.count >= 4 {
            switch head {
            case 0xFFFE_0000, 0x0000_FEFF, 0x3C00_0000, 0x0000_003C: return "UTF-32"
            case 0x94A7_6F4C: return "EBCDIC"
            case 0x7744_412B: return "UTF-7"
            default: break
            }
        }
        guard bytes.count >= 2 else { return nil }
        switch head & 0xFFFF {
        case 0xFFFE, 0xFEFF, 0x3C00, 0x003C: return "UTF-16"
        default: return nil
        }
    }

    /// Where the value of `encoding` is in the declaration.
    private static func value(in bytes: Bytes) -> Range<Int>? {
        let octets = bytes.prefix(1024).octets
        let end = octets.indices.dropFirst().first {
            octets[$0] == UInt8(ascii: ">") && octets[$0 - 1] == UInt8(ascii: "?")
        }
        return value(of: "encoding", in: octets[..<(end.map { $0 - 1 } ?? octets.count)])
    }

    /// Where the value of an attribute of a tag is, without its quotation marks.
    private static func value(of wanted: String, in tag: ArraySlice<UInt8>) -> Range<Int>? {
        var index = tag.firstIndex { $0.isXMLBlank } ?? tag.endIndex
        while true {
            while index < tag.endIndex, tag[index].isXMLBlank { index += 1 }
            let name = index
            while index < tag.endIndex, !tag[index].isXMLBlank, tag[index] != UInt8(ascii: "=") { index += 1 }
            let nameEnd = index
            while index < tag.endIndex, tag[index].isXMLBlank || tag[index] == UInt8(ascii: "=") { index += 1 }
            guard index < tag.endIndex, nameEnd > name else { return nil }
            let quote = tag[index]
            guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return nil }
            let value = index + 1
            index = tag[value...].firstIndex(of: quote) ?? tag.endIndex
            if tag[name..<nameEnd].elementsEqual(wanted.utf8) { return value..<index }
            index = min(tag.endIndex, index + 1)
        }
    }
}
