import ExchangeBytes
import Glibc

/// Reads one content line after another (RFC 5545 section 3.1): unfolded before it is decoded, then taken apart into name,
/// parameters and value.
///
/// A line that is not folded is looked at where it lies in the window. Any line end will do, LF or CRLF, and any blank
/// begins the rest of a folded line, even inside a character or an escape. What a line holds is good until the next one.
public struct ContentLineScanner: ~Copyable {
    /// What keeps a line from being taken apart.
    public enum Fault: Sendable {
        /// No colon parts its name from its value.
        case noColon
        /// Its name is none, or a parameter is not closed.
        case badHead
        /// It is longer than the limit, and its octets are gone past.
        case tooLong
        /// Its octets are not UTF-8; those that are not were replaced.
        case invalidUTF8
        /// It holds a noncharacter, which was replaced.
        case noncharacter
    }

    /// A parameter of the line at hand: its name, and what is behind the equals sign as it is spelled.
    public struct Parameter: BitwiseCopyable {
        /// Its name.
        public let name: Slice
        /// One value or several, in quotes or not.
        public let value: Slice

        /// A parameter whose parts lie there.
        public init(name: Slice, value: Slice) {
            self.name = name
            self.value = value
        }
    }

    struct Fold: BitwiseCopyable {
        /// Where in the unfolded line the rest begins, and how many octets were left out before it.
        let index: Int
        let left: Int
    }

    private(set) var window: ByteWindow
    /// Where the next line begins in the window.
    private(set) var next = 0
    var unfolded = ByteBuffer(capacity: 4 << 10)
    private var repaired = ByteBuffer()
    private var folds = Store<Fold>()
    private var heads = KnownHeads()
    private var start: UnsafeRawPointer
    private var count = 0

    /// Where in the input the line at hand begins.
    public private(set) var offset = 0
    /// Its name, as it is spelled.
    public private(set) var name = Slice()
    /// Its value, as it is spelled.
    public private(set) var value = Slice()
    /// Where in the input its value begins: kept, for to ask with `offset(of:)` a reader would copy the scanner.
    public private(set) var valueOffset = 0
    /// Its parameters in their order.
    public private(set) var parameters = Store<Parameter>(capacity: 16)
    /// What the reader keeps of lines that begin with the same name and parameters; 0 until it does.
    public private(set) var mark: UInt8 = 0
    /// What is wrong with it.
    public private(set) var fault: Fault?
    /// Whether a line feed without a carriage return ended it, or a part of it.
    public private(set) var hasBareLineFeed = false

    /// A scanner of what a window shows, from its beginning.
    public init(_ window: consuming ByteWindow) {
        start = window.start
        self.window = window
    }

    /// A scanner of octets in memory; there are none before `show`.
    public init() { self.init(ByteWindow({ _ in 0 }, capacity: 4 << 10, limit: .max)) }

    /// Scans octets in memory from now on.
    public mutating func show(_ octets: Bytes) {
        window.show(octets)
        next = 0
    }

    /// Where in the input the next line begins.
    public var nextOffset: Int { window.base &+ next }

    /// The line at hand, unfolded.
    public var line: Bytes { Bytes(start: start, count: count) }

    /// A part of the line at hand.
    public subscript(slice: Slice) -> Bytes { Bytes(start: start + Int(slice.offset), count: Int(slice.count)) }

    /// Where in the input, which may be folded, an octet of the line at hand lies.
    public func offset(of index: Int) -> Int {
        var left = 0
        for fold in 0..<folds.count {
            let next = folds[fold]
            if next.index > index { break }
            left = next.left
        }
        return offset &+ index &+ left
    }

    // MARK: Lines

    /// Takes the next line; false if there is none. Lines with nothing in them are gone past.
    public mutating func advance() throws -> Bool {
        while true {
            guard try takeLine() else { return false }
            if count == 0, fault == nil { continue }
            takeApart()
            let begin = Int(value.offset)
            valueOffset = folds.count == 0 ? offset &+ begin : offset(of: begin)
            return true
        }
    }

    /// Goes past lines of which nothing but their first two octets is looked at, little end first, as far as the window
    /// shows them whole. Stops before a bare line feed unless told that it may pass.
    public mutating func skip(allowsBareLineFeed: Bool, while isSkipped: (UInt16) -> Bool) {
        while next &+ 2 < window.count {
            guard isSkipped((window.start + next).loadUnaligned(as: UInt16.self)) else { return }
            var index = next
            repeat {
                guard let end = lineFeed(from: index), end &+ 1 < window.count else { return }
                guard allowsBareLineFeed || end > index && octet(end &- 1) == 0x0D else { return }
                index = end &+ 1
            } while octet(index) == 0x20 || octet(index) == 0x09
            next = index
        }
    }

    /// Finds the end of a line and puts together what is folded.
    private mutating func takeLine() throws -> Bool {
        fault = nil
        hasBareLineFeed = false
        if offset == 0, next == 0, window.base == 0 {
            while window.count < 3, !window.isLast, try window.refill(keepingFrom: 0) {}
            if window.bytes.prefix(3).head == 0xBFBBEF { next = 3 }
        }
        restart: while true {
            folds.removeAll()
            unfolded.removeAll()
            let first = next
            var segment = first
            while true {
                guard let end = lineFeed(from: segment) else {
                    if window.isLast { return takeLast(first, segment) }
                    guard try window.refill(keepingFrom: first) else { return try goPast() }
                    next = 0
                    continue restart
                }
                guard end &+ 1 < window.count || window.isLast else {
                    guard try window.refill(keepingFrom: first) else { return try goPast() }
                    next = 0
                    continue restart
                }
                let hasReturn = end > segment && octet(end &- 1) == 0x0D
                if !hasReturn, !takeFoldedReturn(segment, end) { hasBareLineFeed = true }
                let last = hasReturn ? end &- 1 : end
                let isFolded = end &+ 1 < window.count && (octet(end &+ 1) == 0x20 || octet(end &+ 1) == 0x09)
                if !isFolded, folds.count == 0 {
                    take(Bytes(start: window.start + first, count: last &- first), from: first)
                    next = end &+ 1
                    return true
                }
                unfolded.append(Bytes(start: window.start + segment, count: last &- segment))
                segment = end &+ 2
                if isFolded {
                    folds.append(Fold(index: unfolded.count, left: segment &- first &- unfolded.count))
                    continue
                }
                take(unfolded.bytes, from: first)
                next = end &+ 1
                return true
            }
        }
    }

    /// Whether a carriage return stands before the fold and its line feed behind it: libical 3 folds there too.
    private mutating func takeFoldedReturn(_ segment: Int, _ end: Int) -> Bool {
        guard segment == end, unfolded.count > 0, unfolded.bytes[unfolded.count &- 1] == 0x0D else { return false }
        unfolded.truncate(to: unfolded.count &- 1)
        return true
    }

    /// Goes past a line that was taken where it lies.
    mutating func pass(to end: Int) {
        offset = window.base &+ next
        next = end
        (fault, hasBareLineFeed) = (nil, false)
        heads.forget()
    }

    func octet(_ index: Int) -> UInt8 { window.start.load(fromByteOffset: index, as: UInt8.self) }

    /// The next line feed. Most lines are as long as the fold allows: `memchr` looks at them at a third of the
    /// instructions that words take.
    func lineFeed(from first: Int) -> Int? {
        guard first < window.count, let found = memchr(window.start + first, 0x0A, window.count &- first) else {
            return nil
        }
        return UnsafeRawPointer(found) - window.start
    }

    /// Takes what no line feed ends.
    private mutating func takeLast(_ first: Int, _ segment: Int) -> Bool {
        var end = window.count
        guard end > first else { return false }
        if end > segment, octet(end &- 1) == 0x0D { end &-= 1 }
        if folds.count == 0 {
            take(Bytes(start: window.start + first, count: end &- first), from: first)
        } else {
            if end > segment { unfolded.append(Bytes(start: window.start + segment, count: end &- segment)) }
            take(unfolded.bytes, from: first)
        }
        next = window.count
        return true
    }

    private mutating func take(_ bytes: Bytes, from first: Int) {
        (start, count) = (bytes.start, bytes.count)
        offset = window.base &+ first
    }

    /// Goes past a line that is longer than the limit.
    private mutating func goPast() throws -> Bool {
        offset = window.base &+ next
        (start, count) = (window.start, 0)
        parameters.removeAll()
        (name, value) = (Slice(), Slice())
        fault = .tooLong
        while true {
            if let end = lineFeed(from: next) {
                guard end &+ 1 < window.count || window.isLast else {
                    next = end
                    _ = try window.refill(keepingFrom: next)
                    next = 0
                    continue
                }
                next = end &+ 1
                guard next < window.count, octet(next) == 0x20 || octet(next) == 0x09 else { return true }
                continue
            }
            next = window.count
            if window.isLast { return true }
            _ = try window.refill(keepingFrom: next)
            next = 0
        }
    }

    // MARK: Parts

    /// Keeps something of lines that begin with the same name and parameters as the one at hand.
    public mutating func keep(mark: UInt8) {
        self.mark = mark
        heads.mark = mark
    }

    private mutating func takeApart() {
        mark = 0
        guard fault == nil else { return heads.forget() }
        if heads.follows(line) {
            let head = heads.head
            if UTF8Check.firstFault(line.dropping(head.count)) == nil {
                parameters.removeAll()
                for number in 0..<head.parameterCount { parameters.append(heads.parameter(number)) }
                name = head.name
                mark = head.mark
                value = Slice(offset: head.count, count: count &- head.count)
                return
            }
        }
        takeHead()
        guard fault == nil else { return heads.forget() }
        mark = heads.keep(line.prefix(Int(value.offset)), name: name, parameters)
    }

    private mutating func takeHead() {
        if let first = UTF8Check.firstFault(line) { repair(first) }
        parameters.removeAll()
        (name, value) = (Slice(), Slice())
        var index = nameEnd(from: 0)
        name = Slice(count: index)
        guard index < count else { return fail(index) }
        while octetOfLine(index) == UInt8(ascii: ";") {
            let begin = index &+ 1
            index = nameEnd(from: begin)
            let parameter = Slice(offset: begin, count: index &- begin)
            guard index < count else { return fail(index) }
            var spelling = Slice(offset: index)
            if octetOfLine(index) == UInt8(ascii: "=") {
                guard let end = valueEnd(from: index &+ 1) else { return fail(index) }
                spelling = Slice(offset: index &+ 1, count: end &- index &- 1)
                index = end
            }
            if parameter.isEmpty { return fail(index) }
            parameters.append(Parameter(name: parameter, value: spelling))
            guard index < count else { return fail(index) }
        }
        guard octetOfLine(index) == UInt8(ascii: ":"), !name.isEmpty else { return fail(index) }
        value = Slice(offset: index &+ 1, count: count &- index &- 1)
    }

    /// The end of a name: capitals and hyphens eight at a time, as all programs write most names, the rest one by one.
    @inline(__always)
    private func nameEnd(from first: Int) -> Int {
        var index = first
        while index < count {
            let others = ~Word.capitals(Word.load(start + index)) & Word.highs
            if others != 0 {
                index &+= Word.distance(others)
                break
            }
            index &+= 8
        }
        while index < count, octetOfLine(index).isNameOctet { index &+= 1 }
        return min(index, count)
    }

    private func octetOfLine(_ index: Int) -> UInt8 { start.load(fromByteOffset: index, as: UInt8.self) }

    /// The end of a parameter's values: a colon or a semicolon that is in no quotes.
    @inline(__always)
    private func valueEnd(from first: Int) -> Int? {
        var index = first
        while index < count {
            let marks = Word.endsParameterRun(Word.load(start + index))
            if marks != 0 {
                index &+= Word.distance(marks)
                break
            }
            index &+= 8
        }
        guard index < count else { return nil }
        return octetOfLine(index) == UInt8(ascii: "\"") ? quotedValueEnd(from: index) : index
    }

    private func quotedValueEnd(from first: Int) -> Int? {
        var index = first
        var isQuoted = false
        while index < count {
            switch octetOfLine(index) {
            case UInt8(ascii: "\""): isQuoted.toggle()
            case UInt8(ascii: ":"), UInt8(ascii: ";"): if !isQuoted { return index }
            default: break
            }
            index &+= 1
        }
        return nil
    }

    private mutating func fail(_ index: Int) {
        var hasColon = false
        for octet in 0..<count where octetOfLine(octet) == UInt8(ascii: ":") { hasColon = true }
        fault = hasColon ? .badHead : .noColon
    }

    /// Puts U+FFFD in the place of what is no character.
    private mutating func repair(_ first: Int) {
        repaired.removeAll()
        var rest = line
        var next: Int? = first
        fault = .noncharacter
        while let index = next {
            let isNoncharacter = UTF8Check.isNoncharacter(rest, at: index)
            if !isNoncharacter { fault = .invalidUTF8 }
            repaired.append(rest.prefix(index))
            repaired.append("\u{FFFD}")
            let width = isNoncharacter ? (rest[index] == 0xEF ? 3 : 4) : 1
            rest = rest.dropping(index &+ min(width, rest.count &- index))
            next = UTF8Check.firstFault(rest)
        }
        repaired.append(rest)
        let kept = fault
        (start, count) = (repaired.bytes.start, repaired.count)
        fault = kept
    }
}

extension UInt8 {
    /// Whether it is one of the letters, digits and hyphens of which names are made; other programs write `_` and `.` too.
    fileprivate var isNameOctet: Bool {
        self &- UInt8(ascii: "0") < 10 || (self | 0x20) &- UInt8(ascii: "a") < 26 || self == UInt8(ascii: "-")
            || self == UInt8(ascii: "_") || self == UInt8(ascii: ".")
    }
}
