import ExchangeBytes
import ExchangeSyntax

/// A JSON value whose members stand in the order in which they were given: what schemas and descriptors are made of.
///
/// Small, and made once. Records never pass through here.
indirect enum JSONTree: Hashable, Sendable {
    case string(String)
    case integer(Int)
    /// A number as it is spelled.
    case number(String)
    case flag(Bool)
    case array([JSONTree])
    case object([Member])

    struct Member: Hashable, Sendable {
        let name: String
        let value: JSONTree

        init(_ name: String, _ value: JSONTree) {
            self.name = name
            self.value = value
        }
    }

    /// The members of an object, and none of what is no object.
    var members: [Member] { if case .object(let members) = self { members } else { [] } }

    /// The object with the members of another behind its own.
    func adding(_ other: JSONTree) -> JSONTree { .object(members + other.members) }

    /// The text, indented by two blanks a level, with a line feed at its end; what is short and flat takes one line.
    var text: String {
        var buffer = ByteBuffer(capacity: 64 << 10)
        append(to: &buffer, indent: 0)
        buffer.append("\n")
        return buffer.bytes.text
    }

    // MARK: Printing

    /// How long an array or an object may be that takes one line.
    private static let shortLine = 100

    private func append(to buffer: inout ByteBuffer, indent: Int) {
        if isFlat {
            let start = buffer.count
            appendLine(to: &buffer)
            if buffer.count - start + 2 * indent <= Self.shortLine { return }
            buffer.truncate(to: start)
        }
        switch self {
        case .array(let elements):
            Self.append(elements, "[", "]", to: &buffer, indent) { $0.append(to: &$1, indent: indent + 1) }
        case .object(let members):
            Self.append(members, "{", "}", to: &buffer, indent) { member, buffer in
                Self.append(member.name, to: &buffer)
                buffer.append(": ")
                member.value.append(to: &buffer, indent: indent + 1)
            }
        default: appendLine(to: &buffer)
        }
    }

    private static func append<Element>(
        _ elements: [Element], _ start: StaticString, _ end: StaticString, to buffer: inout ByteBuffer, _ indent: Int,
        _ appendElement: (Element, inout ByteBuffer) -> Void
    ) {
        buffer.append(start)
        for (index, element) in elements.enumerated() {
            if index > 0 { buffer.append(",") }
            line(indent + 1, to: &buffer)
            appendElement(element, &buffer)
        }
        if !elements.isEmpty { line(indent, to: &buffer) }
        buffer.append(end)
    }

    private static func line(_ indent: Int, to buffer: inout ByteBuffer) {
        buffer.append("\n")
        for _ in 0..<indent { buffer.append("  ") }
    }

    /// Whether there is nothing in it that would be hard to read on one line.
    private var isFlat: Bool {
        switch self {
        case .array(let elements): elements.allSatisfy(\.isScalar)
        case .object(let members): members.count <= 2 && members.allSatisfy(\.value.isScalar)
        default: false
        }
    }

    private var isScalar: Bool {
        switch self {
        case .array, .object: false
        default: true
        }
    }

    private func appendLine(to buffer: inout ByteBuffer) {
        switch self {
        case .string(let text): Self.append(text, to: &buffer)
        case .integer(let number): buffer.append(utf8: "\(number)")
        case .number(let digits): buffer.append(utf8: digits)
        case .flag(let flag): buffer.append(flag ? "true" : "false")
        case .array(let elements):
            buffer.append("[")
            for (index, element) in elements.enumerated() {
                if index > 0 { buffer.append(", ") }
                element.appendLine(to: &buffer)
            }
            buffer.append("]")
        case .object(let members):
            buffer.append("{")
            for (index, member) in members.enumerated() {
                if index > 0 { buffer.append(", ") }
                Self.append(member.name, to: &buffer)
                buffer.append(": ")
                member.value.appendLine(to: &buffer)
            }
            buffer.append("}")
        }
    }

    private static func append(_ text: String, to buffer: inout ByteBuffer) {
        var octets = ByteBuffer(capacity: text.utf8.count)
        octets.append(utf8: text)
        JSONText.append(octets.bytes, to: &buffer)
    }
}

extension JSONTree: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral {
    init(stringLiteral text: String) { self = .string(text) }
    init(booleanLiteral flag: Bool) { self = .flag(flag) }
    init(integerLiteral number: Int) { self = .integer(number) }
}

extension JSONTree: ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral {
    init(arrayLiteral elements: JSONTree...) { self = .array(elements) }
    init(dictionaryLiteral members: (String, JSONTree)...) { self = .object(members.map { Member($0, $1) }) }
}
