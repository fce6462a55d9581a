import ExchangeBytes

/// How content lines began so far, up to the colon: octets, name and parameters.
///
/// The lines of a calendar begin in few ways, and those of its components follow each other in an order. A line that
/// begins as one did that came behind the same line before is not taken apart a second time: 40 instructions in the
/// place of 250 with those that find out which property it is. Lines that begin in more than 48 octets, or with more than
/// four parameters, are not kept; one that needs the place of another takes it.
struct KnownHeads: ~Copyable {
    struct Head: BitwiseCopyable {
        var count = 0
        /// Its first eight octets, and which bits of them it has; the first head is like no line.
        var word: UInt64 = 1
        var mask: UInt64 = 0
        var name = Slice()
        var parameterCount = 0
        /// What the reader keeps of lines that begin so; 0 until it does.
        var mark: UInt8 = 0
        /// Those that came behind it, the latest first.
        var next = 0
        var other = 0
    }

    private static let places = 64
    private static let width = 48
    private static let mostParameters = 4

    private var heads = Store<Head>(capacity: places)
    private var octets = ByteBuffer(capacity: places * width)
    private var parameters = Store<ContentLineScanner.Parameter>(capacity: places * mostParameters)
    /// Which of them the line at hand begins as; the first is of no line.
    private var current = 0

    init() {
        heads.append(repeating: Head(), count: Self.places)
        octets.reserve(Self.places * Self.width)
        octets.advance(by: Self.places * Self.width)
        let none = ContentLineScanner.Parameter(name: Slice(), value: Slice())
        parameters.append(repeating: none, count: Self.places * Self.mostParameters)
    }

    /// How the line at hand begins, if that is known.
    var head: Head { heads[current] }

    /// What the reader keeps of lines that begin as the one at hand.
    var mark: UInt8 {
        get { heads[current].mark }
        set { if current > 0 { heads[current].mark = newValue } }
    }

    /// A parameter of the line at hand.
    func parameter(_ number: Int) -> ContentLineScanner.Parameter {
        parameters[current &* Self.mostParameters &+ number]
    }

    /// Whether a line begins as one did that came behind the line before; it is the line at hand then.
    @inline(__always)
    mutating func follows(_ line: Bytes) -> Bool {
        let last = heads[current]
        if begins(line, last.next) {
            current = last.next
            return true
        }
        guard begins(line, last.other) else { return false }
        current = last.other
        return true
    }

    @inline(__always)
    private func begins(_ line: Bytes, _ place: Int) -> Bool {
        let head = heads.elements + place
        guard Word.load(line.start) & head.pointee.mask == head.pointee.word else { return false }
        let count = head.pointee.count
        guard count <= line.count else { return false }
        if count <= 8 { return true }
        let known = octets.bytes.start + place &* Self.width
        var index = 8
        while index < count &- 8 {
            if Word.load(line.start + index) != Word.load(known + index) { return false }
            index &+= 8
        }
        return Word.load(line.start + (count &- 8)) == Word.load(known + (count &- 8))
    }

    /// Takes for the line at hand one that had to be taken apart, and keeps how it begins; answers with the reader's mark.
    mutating func keep(
        _ beginning: Bytes, name: Slice, _ parameters: borrowing Store<ContentLineScanner.Parameter>
    ) -> UInt8 {
        let last = current
        current = 0
        guard beginning.count <= Self.width, parameters.count <= Self.mostParameters else { return 0 }
        let mixed = (beginning.head ^ beginning.tail &* 31 ^ UInt64(beginning.count)) &* 0x9E37_79B9_7F4A_7C15
        let place = max(1, Int(mixed &>> 58))
        current = place
        if heads[last].next != place {
            heads[last].other = heads[last].next
            heads[last].next = place
        }
        let known = Bytes(start: octets.bytes.start + place &* Self.width, count: heads[place].count)
        if known.equals(beginning) { return heads[place].mark }
        let target = UnsafeMutableRawPointer(mutating: known.start)
        target.copyMemory(from: beginning.start, byteCount: beginning.count)
        for number in 0..<parameters.count {
            self.parameters[place &* Self.mostParameters &+ number] = parameters[number]
        }
        heads[place] = Head(
            count: beginning.count, word: beginning.head,
            mask: beginning.count < 8 ? 1 &<< UInt64(8 &* beginning.count) &- 1 : .max, name: name,
            parameterCount: parameters.count)
        return 0
    }

    /// Takes for the line at hand one of which nothing is kept.
    mutating func forget() { current = 0 }
}
