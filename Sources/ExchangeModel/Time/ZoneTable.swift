/// The changes of a zone as a flat run in which look-ups search by halving.
///
/// The rule for later years is written out for the four hundred years after which the calendar repeats, so that the
/// same search serves for ever.
struct ZoneTable: Sendable {
    /// From an instant on, a type of local time. No two begin together, and each differs from the one before.
    struct Entry: BitwiseCopyable {
        /// Seconds since 1970.
        var start: Int
        var offset: Int32
        var type: Int32
    }

    private(set) var entries: [Entry] = []
    private(set) var types: [LocalTimeType] = []
    /// What is in force before the first entry.
    private(set) var initial = Entry(start: .min, offset: 0, type: 0)
    /// Where the written-out rule begins to stand for what comes a cycle later.
    private var cycleStart = 0
    private var cyclesForward = false
    private var cyclesBack = false

    /// Seconds of four hundred years, which are whole weeks.
    private static let cycle = 146_097 * 86_400

    /// The changes that a file lists, and behind them those of its rule.
    init(_ file: TZif) throws(ZoneFault) {
        guard let first = file.types.first else { throw .types }
        initial = entry(.min, first)
        for (time, index) in zip(file.times, file.indices) { append(time, file.types[index]) }
        guard !file.footer.isEmpty else { return }
        let rule = try PosixRule(parsing: file.footer)
        if let last = file.times.last, let latest = file.indices.last {
            try append(rule, behind: last, file.types[latest])
        } else {
            append(rule)
        }
    }

    /// One rule at all times.
    init(_ rule: PosixRule) { append(rule) }

    /// By how many seconds an entry puts the clocks forward at most.
    var longestGap: Int {
        zip([initial] + entries, entries).reduce(0) { longest, pair in
            max(longest, Int(pair.1.offset) - Int(pair.0.offset))
        }
    }

    // MARK: Building

    private mutating func append(_ rule: PosixRule) {
        cyclesBack = rule.daylight != nil
        let changes = repeated(rule, from: 1970)
        let isSouthern = changes.first?.type == rule.standard
        initial = entry(.min, isSouthern ? rule.daylight?.type ?? rule.standard : rule.standard)
        for change in changes { append(change.start, change.type) }
    }

    private mutating func append(_ rule: PosixRule, behind last: Int, _ latest: LocalTimeType) throws(ZoneFault) {
        let year = LocalDateTime(wallSeconds: min(last, 253_402_300_799))?.date.year ?? 1
        let changes = repeated(rule, from: year - 1)
        let isRuled = rule.daylight == nil || changes.contains { $0.start <= last }
        let current = changes.last { $0.start <= last }?.type ?? rule.standard
        guard !isRuled || current.offset == latest.offset else { throw .rule }
        for change in changes where change.start > last { append(change.start, change.type) }
    }

    /// The changes of a rule in the years of a cycle and some more at both ends, ascending.
    private mutating func repeated(_ rule: PosixRule, from year: Int) -> [(start: Int, type: LocalTimeType)] {
        guard let daylight = rule.daylight else { return [] }
        cyclesForward = true
        cycleStart = LocalDate.dayNumber(year: year + 4, month: 1, day: 1) * 86_400
        var changes: [(start: Int, type: LocalTimeType)] = []
        for year in year...year + 406 {
            guard let (start, end) = rule.changes(in: year) else { break }
            changes.append((end, rule.standard))
            changes.append((start, daylight.type))
        }
        // Where one daylight saving time ends as the next begins, the beginning counts.
        changes.sort { ($0.start, $0.type.isDaylight ? 1 : 0) < ($1.start, $1.type.isDaylight ? 1 : 0) }
        return changes
    }

    private mutating func append(_ start: Int, _ type: LocalTimeType) {
        if entries.last?.start == start { entries.removeLast() }
        if type == types[Int((entries.last ?? initial).type)] { return }
        entries.append(entry(start, type))
    }

    private mutating func entry(_ start: Int, _ type: LocalTimeType) -> Entry {
        let index = types.firstIndex(of: type) ?? types.count
        if index == types.count { types.append(type) }
        return Entry(
            start: start, offset: Int32(truncatingIfNeeded: type.offset), type: Int32(truncatingIfNeeded: index))
    }

    // MARK: Looking up

    /// The index of the entry in force at a time within the table, or -1 before the first.
    func index(at time: Int) -> Int {
        var low = 0
        var count = entries.count
        while count > 0 {
            let half = count &>> 1
            let isPast = entries[low &+ half].start <= time
            low = isPast ? low &+ half &+ 1 : low
            count = isPast ? count &- half &- 1 : half
        }
        return low &- 1
    }

    /// The entry of an index, or what is in force before all.
    func entry(_ index: Int) -> Entry { index < 0 ? initial : entries[index] }

    /// Where the entry of an index ends.
    func end(_ index: Int) -> Int { index &+ 1 < entries.count ? entries[index &+ 1].start : .max }

    /// The same time of a year that the table holds.
    func reduced(_ time: Int) -> Int {
        let end = cycleStart &+ Self.cycle
        guard cyclesForward, time >= end || cyclesBack && time < cycleStart else { return time }
        let distance = min(max(time, -1 << 60), 1 << 60) - cycleStart
        let remainder = distance % Self.cycle
        return cycleStart + (remainder < 0 ? remainder + Self.cycle : remainder)
    }
}
