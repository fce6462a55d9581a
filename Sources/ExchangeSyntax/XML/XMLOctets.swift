import ExchangeBytes
import ExchangeDiagnostics

/// The octets of a document, looked at before the parser gets them: they are UTF-8 and characters, and no limit is
/// exceeded.
struct XMLOctets: ~Copyable {
    /// The offset in the input of the first octet that has not been handed over.
    private(set) var offset: Int

    private let source: ByteSource
    /// Whether the document does not begin here.
    private let isPart: Bool
    private var markup: XMLMarkup
    private var isLast = false
    private var isASCII = false
    private let memory: UnsafeMutableRawPointer
    /// How many octets there are, and how many of them were handed over.
    private var (count, used) = (0, 0)
    private static let capacity = 32 << 10

    init(_ source: @escaping ByteSource, from offset: Int, isPart: Bool, limits: Limits) {
        self.source = source
        self.offset = offset
        self.isPart = isPart
        markup = XMLMarkup(limits: limits)
        memory = .allocate(byteCount: Self.capacity + ByteBuffer.slack, alignment: 16)
        memory.initializeMemory(as: UInt8.self, repeating: 0, count: Self.capacity + ByteBuffer.slack)
    }

    deinit { memory.deallocate() }

    /// Looks at what a document begins with; answers whether that is a byte order mark, and goes past it.
    mutating func begin() throws -> Bool {
        try refill()
        guard !isPart else { return false }
        let bytes = Bytes(start: memory, count: count)
        let hasMark = bytes.prefix(3).equals("\u{FEFF}")
        if hasMark { used = 3 }
        let declaration = XMLDeclaration(bytes.dropping(used))
        if var fault = declaration.fault {
            fault.offset += offset + used
            throw fault
        }
        isASCII = declaration.isASCII
        offset += used
        return hasMark
    }

    /// The next octets, good until the next call, none at the end; and what is wrong with those behind them.
    mutating func next() throws -> (XMLRun, Note?) {
        if used == count { try refill() }
        let bytes = Bytes(start: memory + used, count: count - used)
        var end = isLast ? bytes.count : bytes.wholeCharacters
        if end == 0, !bytes.isEmpty {
            try refill()
            return try next()
        }
        var fault: Note?
        if let index = UTF8Check.firstFault(bytes.prefix(end)) {
            let code: Code = UTF8Check.isNoncharacter(bytes, at: index) ? .controlCharacter : .invalidUTF8
            (end, fault) = (index, Note(code, at: offset + index))
        }
        if let index = bytes.prefix(end).firstControl {
            let detail = "a control character, which XML cannot carry"
            (end, fault) = (index, Note(.notWellFormed, at: offset + index, detail: detail))
        }
        if isASCII, let index = bytes.prefix(end).firstHigh {
            let detail = "octets that are not US-ASCII, which the document says it is in"
            (end, fault) = (index, Note(.invalidUTF8, at: offset + index, detail: detail))
        }
        if let refused = markup.scan(bytes.prefix(end), at: offset) { (end, fault) = (refused.index, refused.fault) }
        used += end
        offset += end
        return (XMLRun(start: bytes.start, count: end), fault)
    }

    /// Fills the memory, behind what of it was not handed over.
    private mutating func refill() throws {
        memory.copyMemory(from: memory + used, byteCount: count - used)
        (count, used) = (count - used, 0)
        while count < Self.capacity, !isLast {
            let room = UnsafeMutableRawBufferPointer(start: memory + count, count: Self.capacity - count)
            let octets = try source(room)
            count += octets
            isLast = octets == 0
        }
        (memory + count).initializeMemory(as: UInt8.self, repeating: 0, count: ByteBuffer.slack)
    }
}

extension Bytes {
    /// How many octets there are before a character that the end cuts in two.
    fileprivate var wholeCharacters: Int {
        for back in 1...3 where back <= count {
            let byte = self[count &- back]
            if byte < 0x80 { break }
            guard byte >= 0xC0 else { continue }
            let width = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
            return width > back ? count &- back : count
        }
        return count
    }

    /// The index of the first control that XML does not allow as it is (XML 1.0 section 2.2).
    fileprivate var firstControl: Int? {
        var index = 0
        while index < count {
            let word = Word.load(start + index)
            let marks = (word &- Word.ones &* 0x20) & ~word & Word.highs
            if marks == 0 { index &+= 8; continue }
            index &+= Word.distance(marks)
            guard index < count else { return nil }
            guard self[index].isXMLBlank else { return index }
            index &+= 1
        }
        return nil
    }

    /// The index of the first octet that is not ASCII.
    fileprivate var firstHigh: Int? {
        for index in 0..<count where self[index] >= 0x80 { return index }
        return nil
    }
}
