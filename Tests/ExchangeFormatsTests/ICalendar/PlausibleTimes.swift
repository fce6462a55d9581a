/// Gives the events of a generated exchange times that a calendar can show, most of them, and others that are nearly so.
struct PlausibleTimes {
    private var random: SeededRandom
    private var ids: Set<String> = []

    private init(seed: UInt64) { random = SeededRandom(seed: seed &* 7) }

    static func put(into exchange: Tree, seed: UInt64) -> Tree {
        guard case .object(let members) = exchange else { return exchange }
        var times = PlausibleTimes(seed: seed)
        let others = members.filter { $0.name != "events" }
        let events = members.first { $0.name == "events" }?.value
        var records: [Tree] = if case .array(let records)? = events { records } else { [] }
        if records.allSatisfy(\.isObject) {
            for _ in records.count..<4 {
                records.append(.object([.init("name", .object([.init("it", .string("x"))]))]))
            }
            records = records.map { times.event($0) }
        }
        return .object(others + [.init("events", .array(records))])
    }

    // MARK: Events

    private mutating func event(_ event: Tree) -> Tree {
        guard case .object(var members) = event else { return event }
        // Ids are what tells events apart: none is given twice. An event may have none.
        let id = members.first { $0.name == "id" }?.value
        if id == nil || id.map({ !ids.insert(TreePrinter.print($0)).inserted }) == true {
            members.removeAll { $0.name == "id" }
            if !random.once(in: 3) {
                members.append(.init("id", .string("event-\(ids.count)-\(random.below(1_000_000))")))
            }
        }
        put("status", in: &members, [.string("cancelled"), .string("postponed"), .string("scheduled")])
        put(
            "updated", in: &members,
            ["2026-05-03T16:20:00Z", "2026-05-03T16:20Z", "2026-02-30T10:00:00Z"].map(Tree.string))
        put("revision", in: &members, ["0", "7", "999999999", "1000000000", "-1"].map(Tree.number))
        put(
            "url", in: &members,
            ["https://a.example/,;", "javascript:alert(1)", "HTTPS://a.example/è"].map(Tree.string))
        put(
            "online", in: &members,
            [["https://a.example/"], ["https://b.example/", "https://a.example/"], ["https://a.example/", "data:,x"]]
                .map {
                    .array($0.map(Tree.string))
                })
        if !random.once(in: 8) {
            members.removeAll { $0.name == "timeZone" }
            let zones = [
                "Europe/Rome", "Europe/Rome", "Africa/Cairo", "Africa/Dakar", "Europe/Nowhere", "../Europe/Rome",
            ]
            members.append(.init("timeZone", .string(random.pick(zones))))
        }
        var slots: [Tree] =
            if case .array(let slots)? = members.first(where: { $0.name == "slots" })?.value { slots } else { [] }
        if slots.allSatisfy(\.isObject) {
            for _ in slots.count..<max(slots.count, random.below(5)) { slots.append(.object([])) }
            members.removeAll { $0.name == "slots" }
            members.append(.init("slots", .array(slots.map { slot($0) })))
        }
        return .object(members)
    }

    private mutating func put(_ name: String, in members: inout [Tree.Member], _ values: [Tree]) {
        guard random.once(in: 2) else { return }
        members.removeAll { $0.name == name }
        members.append(.init(name, random.pick(values)))
    }

    // MARK: Slots

    private static let starts = [
        "2026-05-29T10:00", "2026-05-29T10:00:00", "2026-05-29T10:00:07", "2026-03-29T02:30", "2026-10-25T02:30",
        "2026-04-24T00:30", "2024-02-29", "2026-05-29", "2026-02-30", "2026-05-29T24:00", "9999-12-31T23:59",
    ]
    private static let ends = [
        "2026-05-29T13:00", "2026-05-29T13:00:00", "2026-05-29T10:01", "2026-05-29T10:00", "2027-01-01", "2026-05-29",
        "2026-03-29T03:10", "2030-10-25T02:45", "2024-03-01", "later",
    ]
    private static let rules = [
        "FREQ=DAILY", "freq=weekly;byday=fr", "FREQ=MONTHLY;BYDAY=-1FR;INTERVAL=2", "FREQ=YEARLY", "FREQ=HOURLY",
        "daily",
    ]
    private static let untils = [
        "2026-06-14", "2026-06-14T10:00", "2026-06-14T23:59:59", "2026-06-14T10:00:00", "2027-03-28T02:30",
        "2026-10-25T02:30", "2026-10-29T23:59:59", "2026-10-29", "2027-04-30T00:30", "tomorrow",
    ]
    private static let days = ["2026-05-29", "2026-06-05", "2026-06-12", "2026-03-29", "someday"]

    private mutating func slot(_ slot: Tree) -> Tree {
        guard case .object(var members) = slot else { return slot }
        replace("start", in: &members, once: 1, Self.starts.map(Tree.string) + [.number("5"), .object([])])
        replace("end", in: &members, once: 1, Self.ends.map(Tree.string) + [.number("1.50"), .null, .string("")])
        replace("repeat", in: &members, once: 2, Self.rules.map(Tree.string) + [.flag(true)])
        replace("until", in: &members, once: 3, Self.untils.map(Tree.string) + [.number("1")])
        replace("count", in: &members, once: 3, ["1", "3", "0", "-2", "1000000000"].map(Tree.number) + [.string("3")])
        replace(
            "except", in: &members, once: 3,
            [["2026-06-05"], ["2026-06-05", "2026-06-05"], Self.days].map(list) + [.null])
        replace("uid", in: &members, once: 4, ["foreign@a.example", "x,;\\\n", "e~s~id@a.example"].map(Tree.string))
        if random.once(in: 3) {
            members.removeAll { $0.name == "overrides" }
            members.append(.init("overrides", .array((0...random.below(3)).map { _ in override() })))
        }
        return .object(members)
    }

    /// Takes away what is there, and puts one of the values in its place once in so many times.
    private mutating func replace(
        _ name: String, in members: inout [Tree.Member], once times: Int, _ values: [Tree]
    ) {
        if random.once(in: 10) { return }
        members.removeAll { $0.name == name }
        if random.once(in: times) { members.append(.init(name, random.pick(values))) }
    }

    private mutating func override() -> Tree {
        var members = [Tree.Member("on", .string(random.pick(Self.days)))]
        if random.once(in: 2) {
            members.append(.init("status", .string(random.pick(["cancelled", "scheduled", "odd"]))))
        }
        if random.once(in: 3) { members.append(.init("start", .string(random.pick(Self.starts)))) }
        if random.once(in: 3) { members.append(.init("end", .string(random.pick(Self.ends)))) }
        if random.once(in: 4) { members.append(.init("x-extra", .number("1.0"))) }
        return .object(members)
    }

    private func list(_ items: [String]) -> Tree { .array(items.map(Tree.string)) }
}

extension Tree {
    fileprivate var isObject: Bool { if case .object = self { true } else { false } }
}
