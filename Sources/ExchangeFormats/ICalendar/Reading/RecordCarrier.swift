import ExchangeBytes
import ExchangeDiagnostics
import ExchangeModel
import ExchangeSyntax

/// Reads the records that a calendar carries whole, one after the other.
struct RecordCarrier: ~Copyable {
    private var reader: ComponentReader
    private var rest: RestReader
    private var json = ByteBuffer(capacity: 4 << 10)
    private var group = ComponentGroup()

    init(_ input: ByteInput, from offset: Int, windowSize: Int, limits: Limits) throws {
        reader = try ComponentReader(input, from: offset, windowSize: windowSize, limits: limits)
        rest = RestReader(limits: limits)
    }

    /// Reads the next record of a type; false if it cannot be read, or there is none.
    mutating func next(
        _ type: RecordType, into record: inout Record, index: Int, _ tell: (Diagnostic) -> Void
    ) throws -> Bool {
        while true {
            switch try reader.next(into: &group) {
            case .end: return false
            case .event: group.removeAll()
            case .property(.record):
                guard reader.parameter("X-COS-TYPE")?.equals(utf8: type.rawValue) == true else { continue }
                return read(type, into: &record, index: index, tell)
            case .property, .component: continue
            }
        }
    }

    private mutating func read(
        _ type: RecordType, into record: inout Record, index: Int, _ tell: (Diagnostic) -> Void
    ) -> Bool {
        let offset = reader.scanner.offset
        json.removeAll()
        let path = "/\(type.schema.collection)/\(index)"
        var remarks: [(Code, String?)] = []
        record.begin(type.schema)
        (record.offset, record.index) = (offset, index)
        do {
            guard let carried = reader.carried(into: &json) else { throw Note(.brokenResidue, at: offset) }
            try rest.read(json[carried], into: &record, .root, type.schema, at: offset) { remarks.append(($0, $1)) }
        } catch {
            let detail = (error as? Note).flatMap { $0.code == .brokenResidue ? nil : $0.detail ?? $0.code.sentence }
            tell(
                Note(.brokenResidue, at: offset, detail: detail.map { "a record that cannot be read: \($0)" })
                    .diagnostic(path: path))
            return false
        }
        for (code, detail) in remarks {
            tell(Note(code, at: offset, detail: detail).diagnostic(path: path, subject: record.subject(of: type)))
        }
        return true
    }
}

/// Goes from event to event, and puts together the components of each.
struct EventWalk: ~Copyable {
    private(set) var group = ComponentGroup()
    private var incoming = ComponentGroup()
    private var reader: ComponentReader?
    private var entries: ArraySlice<CalendarOutline.Entry>
    private let pattern: UIDPattern
    private let input: ByteInput
    private let windowSize: Int
    private let limits: Limits
    private var notes: [Note] = []

    init(_ input: ByteInput, _ outline: CalendarOutline, windowSize: Int, limits: Limits) throws {
        self.input = input
        self.windowSize = windowSize
        self.limits = limits
        pattern = outline.pattern
        entries = outline.entries[...]
        if outline.isGrouped, let first = outline.firstEvent {
            reader = try ComponentReader(input, from: first, windowSize: windowSize, limits: limits)
        } else {
            reader = nil
        }
    }

    mutating func takeNotes() -> [Note] {
        defer { notes.removeAll(keepingCapacity: true) }
        return notes
    }

    /// Puts the components of the next event into the group; false if there is none.
    mutating func next() throws -> Bool {
        group.removeAll()
        return try entries.isEmpty ? nextInOrder() : nextListed()
    }

    private mutating func nextInOrder() throws -> Bool {
        if incoming.components.count > 0 { swap(&group, &incoming) }
        incoming.removeAll()
        while try take() {
            if group.components.count > 0, isFull || !group.claims(lastOf: incoming, pattern) { return true }
            group.append(lastOf: incoming)
            incoming.removeAll()
        }
        return group.components.count > 0
    }

    /// Whether the event has as many components as are kept in memory: what follows is read as another.
    private var isFull: Bool { group.text.count > min(limits.record, 1 << 24) * 64 }

    private mutating func take() throws -> Bool {
        guard reader != nil else { return false }
        while true {
            guard let item = try reader?.next(into: &incoming) else { return false }
            notes += reader?.takeEventNotes() ?? []
            switch item {
            case .event: return true
            case .end: return false
            case .property, .component: continue
            }
        }
    }

    private mutating func nextListed() throws -> Bool {
        guard let first = entries.first else { return false }
        while let entry = entries.first, entry.event == first.event {
            entries.removeFirst()
            var reader = try ComponentReader(
                input, from: entry.offset, windowSize: min(windowSize, 8 << 10), limits: limits)
            if case .event = try reader.next(into: &group) { notes += reader.takeEventNotes() }
        }
        return group.components.count > 0
    }
}
