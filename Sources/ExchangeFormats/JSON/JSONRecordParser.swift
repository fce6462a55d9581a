import ExchangeBytes
import ExchangeDiagnostics
import ExchangeModel
import ExchangeSyntax

/// Fills a record from the members of a JSON object, as the schema says. Knows no entity.
struct JSONRecordParser: ~Copyable {
    var scanner: JSONScanner
    /// The fields of the record itself that are wanted; nil if all are, and extras with them.
    var wanted: [Bool]?
    /// The hashes of the names that no field claims, of the object at hand and of those around it.
    var strangers = Store<Int>()
    /// Where those of the object at hand begin.
    var firstStranger = 0
    /// Whether an empty version of a text stays, for it keeps the place of one that another format says.
    var keepsEmptyVersions = false
    /// What stood between the members of the records before.
    var transitions = JSONTransitions()
    /// What was given of that which a line of NDJSON has beside the record's own members.
    var line = LineMembers()
    static let collections: [RecordType] = RecordType.allCases.filter { $0 != .exchange }
    static let collectionNames = NameIndex(collections.map(\.schema.collection))

    init(_ scanner: consuming JSONScanner) { self.scanner = scanner }

    /// Reads an object whole; `depth` is how many arrays and objects lie around its members.
    mutating func object(
        _ schema: Schema, _ node: Record.Node, in record: inout Record, depth: Int
    ) throws(Halt) {
        guard try scanner.opens(UInt8(ascii: "{"), UInt8(ascii: "}")) else { return }
        try members(of: schema, node, in: &record, depth: depth)
    }

    /// Reads the members of an object that has some and is open, and the closing brace.
    mutating func members(
        of schema: Schema, _ node: Record.Node, in record: inout Record, depth: Int
    ) throws(Halt) {
        let outer = firstStranger
        firstStranger = strangers.count
        let first = transitions.first(of: schema)
        var place = first
        while true {
            let index = scanner.index
            if let step = transitions.step(place, at: scanner.window.start + index) {
                scanner.index = index &+ Int(step.count)
                if step.field == JSONTransitions.Step.end { break }
                let begin = scanner.window.base &+ index &+ Int(step.name)
                let field = Int(step.field)
                try self.field(field, of: schema, node, in: &record, from: begin, depth: depth)
                place = transitions.behind(field, first)
                continue
            }
            if place != first, try !scanner.continues(until: UInt8(ascii: "}")) {
                learn(JSONTransitions.Step.end, at: place, from: index)
                break
            }
            place = try member(of: schema, node, in: &record, depth: depth, from: index, place, first)
        }
        strangers.truncate(to: firstStranger)
        firstStranger = outer
    }

    /// Learns that a member follows at a place whose name begins at `begin`, or the end of the object.
    mutating func learn(
        _ field: Int32, at place: JSONTransitions.Place, from index: Int, name: Int = 0, nameCount: Int = 0
    ) {
        let step = JSONTransitions.Step(
            count: Int32(truncatingIfNeeded: scanner.index &- index), name: Int32(truncatingIfNeeded: name &- index),
            nameCount: Int32(truncatingIfNeeded: nameCount), field: field)
        transitions.learn(step, at: place, from: scanner.window.start + index)
    }

    /// Forgets what is known of the record at hand: it begins, or begins again.
    mutating func begin() {
        scanner.remarks.removeAll()
        strangers.removeAll()
        firstStranger = 0
        line = LineMembers()
    }

    /// Reads one member, its name first.
    mutating func member(
        of schema: Schema, _ node: Record.Node, in record: inout Record, depth: Int
    ) throws(Halt) {
        let first = transitions.first(of: schema)
        _ = try member(of: schema, node, in: &record, depth: depth, from: scanner.index, nil, first)
    }

    /// Reads one member, its name first, and answers the place behind it. What lies between an index and its value is
    /// learned for the place before it.
    private mutating func member(
        of schema: Schema, _ node: Record.Node, in record: inout Record, depth: Int, from index: Int,
        _ place: JSONTransitions.Place?, _ first: JSONTransitions.Place
    ) throws(Halt) -> JSONTransitions.Place {
        _ = try scanner.peek()
        let (begin, name) = (scanner.index, scanner.offset)
        let bytes = try scanner.name()
        guard let field = schema.names.find(bytes) else {
            let behind = transitions.behind(schema.shapes.count, first)
            if scanner.endsWithLine, node.isRoot, try lineMember(bytes, of: schema, in: &record, at: name, depth) {
                return behind
            }
            if wanted != nil {
                try scanner.skip()
            } else {
                try stranger(bytes, of: schema, node, in: &record, from: name, depth: depth)
            }
            return behind
        }
        scanner.takeSpaces()
        if let place { learn(Int32(truncatingIfNeeded: field), at: place, from: index, name: begin) }
        try self.field(field, of: schema, node, in: &record, from: name, depth: depth)
        return transitions.behind(field, first)
    }

    /// Reads the value of a member that a field claims; its name began at an offset.
    private mutating func field(
        _ field: Int, of schema: Schema, _ node: Record.Node, in record: inout Record, from begin: Int, depth: Int
    ) throws(Halt) {
        if let wanted, node.isRoot, !wanted[field] { return try scanner.skip() }
        if record.isGiven(field, of: node) { throw scanner.fault(.duplicateKey, at: begin) }
        let byte = try scanner.peek()
        let (index, offset) = (scanner.index, scanner.offset)
        if try value(field, byte, of: schema, node, in: &record, depth: depth) { return }
        // Not what the field holds: it is read again, and kept as it is.
        scanner.index = index
        scanner.forgetRemarks(from: offset)
        record.setAside(field, of: node)
        let spelled = record.bytes.slice(of: schema.fields[field].name)
        let remark = scanner.remarks.count
        scanner.remark(.wrongType, at: offset, hint: Expectation(schema.fields[field].kind).rawValue)
        let json = try scanner.verbatim(into: &record.bytes, depth: depth)
        if record[json].isNothing {
            scanner.remarks[remark] = JSONRemark(.emptyValue, at: offset)
        } else {
            strangers.append(record[spelled].text.hashValue)
            try append(json, named: spelled, of: schema, node, in: &record, from: offset)
        }
    }

    /// Reads the value of a field; false if it is not of the field's shape, or nothing.
    private mutating func value(
        _ field: Int, _ byte: UInt8, of schema: Schema, _ node: Record.Node, in record: inout Record, depth: Int
    ) throws(Halt) -> Bool {
        let offset = scanner.offset
        switch (schema.shapes[field], byte) {
        case (.string, UInt8(ascii: "\"")):
            let text = try scanner.string(into: &record.bytes)
            if text.isEmpty { return false }
            record.append(text, to: field, of: node, at: offset)
            return true
        case (.texts, UInt8(ascii: "{")): return try texts(field, of: schema, node, in: &record)
        case (.list, UInt8(ascii: "[")): return try items(field, node, in: &record)
        case (.participations, UInt8(ascii: "[")): return try participations(field, node, in: &record)
        case (.children, UInt8(ascii: "[")): return try children(field, schema, node, in: &record, depth: depth &+ 1)
        case (.integer, UInt8(ascii: "-")), (.integer, UInt8(ascii: "0")...UInt8(ascii: "9")):
            let number = try scanner.number(into: &record.bytes)
            guard record[number].isWhole else { return false }
            record.append(number, to: field, of: node, at: offset)
            return true
        case (.decimal, UInt8(ascii: "-")), (.decimal, UInt8(ascii: "0")...UInt8(ascii: "9")):
            let number = try scanner.number(into: &record.bytes)
            guard let shortest = DecimalSpelling.shorten(number, in: &record.bytes) else { return false }
            if shortest != number { scanner.remark(.numberSpelling, at: offset) }
            record.append(shortest, to: field, of: node, at: offset)
            return true
        case (.flag, UInt8(ascii: "t")), (.flag, UInt8(ascii: "f")):
            record.append(try scanner.word(into: &record.bytes), to: field, of: node, at: offset)
            return true
        default: return false
        }
    }
}

extension Bytes {
    /// Whether this JSON says that there is nothing: `null`, `""`, `[]` or `{}`.
    var isNothing: Bool {
        count == 4 ? head == 0x6C6C_756E : count == 2 && (head == 0x2222 || head == 0x5D5B || head == 0x7D7B)
    }

    /// Whether a number is whole, and small enough for every reader to keep it exactly (RFC 7493 section 2.2).
    var isWhole: Bool {
        let sign = self[0] == UInt8(ascii: "-") ? 1 : 0
        guard count &- sign <= 15, sign == 0 || self[1] != UInt8(ascii: "0") else { return false }
        for index in sign..<count where self[index] &- UInt8(ascii: "0") > 9 { return false }
        return true
    }

    /// Whether two names are the same octets, or canonically equivalent.
    func isEquivalent(to other: Bytes) -> Bool {
        equals(other) || (hasHighOctets || other.hasHighOctets) && text == other.text
    }

    private var hasHighOctets: Bool {
        for index in 0..<count where self[index] >= 0x80 { return true }
        return false
    }
}
