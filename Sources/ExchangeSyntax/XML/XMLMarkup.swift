import ExchangeBytes
import ExchangeDiagnostics

/// Follows what begins and ends in a document, octet by octet, before the parser sees it.
///
/// The parser gathers a tag, a comment or an instruction whole, and takes the square of a long tag's length. What is too
/// long is found here first; so is a document type declaration, the root of all that makes XML dangerous.
struct XMLMarkup {
    private enum State {
        case text
        /// Behind `<`, behind `<!`, and in front of what a comment or a section needs to be told apart.
        case opened, declaration
        case tag
        case quoted(UInt8)
        case instruction, comment, section
    }

    private let limits: Limits
    private var state = State.text
    /// Where the markup at hand began.
    private var begin = 0
    /// The octets before the one at hand, the latest lowest.
    private var tail: UInt32 = 0

    /// No markup that is not longer than this is too long.
    private let shortest: Int

    init(limits: Limits) {
        self.limits = limits
        shortest = min(limits.tag, limits.record)
    }

    /// Goes past octets whose first is at an offset; answers what is refused, and how many octets come before that.
    mutating func scan(_ bytes: Bytes, at offset: Int) -> (index: Int, fault: Note)? {
        var index = 0
        while index < bytes.count {
            if case .text = state {
                index = Self.find(UInt8(ascii: "<"), in: bytes, from: index)
                guard index < bytes.count else { return nil }
                (state, begin, tail) = (.opened, offset &+ index, 0)
                index &+= 1
                continue
            }
            let byte = bytes[index]
            let length = offset &+ index &+ 1 &- begin
            if length > shortest, let fault = tooLong(length) { return (index, fault) }
            step(byte)
            if case .declaration = state, byte != UInt8(ascii: "!") {
                return (index, Note(.xmlEntityRefused, at: begin))
            }
            tail = tail &<< 8 | UInt32(byte)
            index &+= 1
        }
        return nil
    }

    private mutating func step(_ byte: UInt8) {
        switch state {
        case .text: break
        case .opened:
            switch byte {
            case UInt8(ascii: "!"): state = .declaration
            case UInt8(ascii: "?"): state = .instruction
            default:
                state = .tag
                if byte == UInt8(ascii: ">") { state = .text }
            }
        case .declaration:
            if byte == UInt8(ascii: "-") { (state, tail) = (.comment, 0) }
            if byte == UInt8(ascii: "[") { (state, tail) = (.section, 0) }
        case .tag:
            if byte == UInt8(ascii: ">") { state = .text }
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") { state = .quoted(byte) }
        case .quoted(let quote): if byte == quote { state = .tag }
        case .instruction: if byte == UInt8(ascii: ">"), tail & 0xFF == 0x3F { state = .text }
        case .comment: if byte == UInt8(ascii: ">"), isCommentEnd { state = .text }
        case .section: if byte == UInt8(ascii: ">"), tail & 0xFFFF == 0x5D5D { state = .text }
        }
    }

    /// Two hyphens, neither of which is one of the two that the comment begins with.
    private var isCommentEnd: Bool { tail & 0xFFFF == 0x2D2D && tail != 0x2D2D && tail != 0x2D_2D2D }

    private func tooLong(_ length: Int) -> Note? {
        switch state {
        case .text, .section: return nil
        case .instruction, .comment:
            guard length > limits.record else { return nil }
            return Note(
                .limitExceeded, at: begin,
                detail: "longer than the limit of \(limits.record) octets for a comment or an instruction")
        case .opened, .declaration, .tag, .quoted:
            guard length > limits.tag else { return nil }
            return Note(.limitExceeded, at: begin, detail: "longer than the limit of \(limits.tag) octets for one tag")
        }
    }

    /// The index of the first such octet, or how many there are.
    private static func find(_ byte: UInt8, in bytes: Bytes, from first: Int) -> Int {
        var index = first
        while index < bytes.count {
            let marks = Word.equal(Word.load(bytes.start + index), byte)
            if marks != 0 { return min(bytes.count, index &+ Word.distance(marks)) }
            index &+= 8
        }
        return bytes.count
    }
}
