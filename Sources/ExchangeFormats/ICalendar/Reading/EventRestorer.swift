import ExchangeBytes
import ExchangeDiagnostics
import ExchangeModel
import ExchangeSyntax

/// Makes an event again out of the components that tell of it.
///
/// What they carry is read first, then what only their lines say. Then the event is laid out as this library would write
/// it: where that is what stands in the calendar, nobody has changed anything. Where it is not, the lines count that are
/// no function of other data, and the others are remarked upon.
struct EventRestorer: ~Copyable {
    /// A slot of the record, and the component that tells of it.
    struct Showing {
        let component: Int
        let node: Record.Node
    }

    let fields: CalendarFields
    let pattern: UIDPattern
    /// Whether the calendar carries anything that only this library understands.
    let hasResidue: Bool
    /// The zone of the calendar, for times that name none.
    let timeZone: [UInt8]
    /// The zones that the calendar describes.
    let describedZones: [Zone]
    /// The language of texts that name none.
    let language: [UInt8]
    let cancelled: CalendarOptions.Cancelled
    var addresses: Addresses
    var foreign = ForeignLines()
    var rest: RestReader
    var clocks: CalendarClocks
    /// Lays events out again; its memory grows with the number of places and of pictures.
    var writer: CalendarWriter
    var scratch = ByteBuffer(capacity: 1 << 10)
    var expectedText = ByteBuffer(capacity: 16 << 10)
    var expected = ComponentGroup()
    var expectedScanner = ContentLineScanner()
    var rules = KnownRules()
    var categories = KnownCategories()
    var showings: [Showing] = []
    /// The components of the event at hand, each with what would be written for it.
    var pairs: [Pair] = []
    /// What is remarked about the event at hand: where, and the way to it within the event.
    var findings: [(note: Note, path: String)] = []

    init(
        _ writer: consuming CalendarWriter, _ outline: CalendarOutline, _ addresses: Addresses, zones: ZoneDatabase,
        limits: Limits
    ) {
        self.addresses = addresses
        fields = writer.fields
        cancelled = writer.options.cancelled
        pattern = outline.pattern
        hasResidue = outline.hasResidue
        timeZone = outline.timeZone
        describedZones = outline.zones
        language = outline.language
        rest = RestReader(limits: limits)
        clocks = CalendarClocks(zones)
        self.writer = writer
    }

    /// Makes the event of a group; answers whether nobody has changed it since this library wrote it. Whether it is so
    /// need not be found out a second time.
    mutating func restore(
        _ group: borrowing ComponentGroup, into record: inout Record, isKnownUntouched: Bool = false
    ) -> Bool {
        findings.removeAll(keepingCapacity: true)
        showings.removeAll(keepingCapacity: true)
        let first = group.components[0]
        record.offset = first.offset
        if first.isBroken { findings.append((Note(.brokenResidue, at: first.residueOffset), "")) }
        guard first.hasResidue, carry(group, into: &record) else {
            if hasResidue, !first.hasResidue, !first.isBroken, let uid = group.uid(of: first),
                pattern.parts(of: uid) != nil
            {
                findings.append((Note(.residueMissing, at: first.offset), ""))
            }
            rebuild(group, into: &record)
            return false
        }
        return isKnownUntouched || compare(group, &record)
    }

    /// Reads what the components carry, and what of it their lines say; false if the first carries no event.
    private mutating func carry(_ group: borrowing ComponentGroup, into record: inout Record) -> Bool {
        let index = record.index
        var remarks: [(Code, String?)] = []
        do {
            record.begin(Event.schema)
            let first = group.components[0]
            try rest.read(group.carried[first.residue], into: &record, .root, Event.schema, at: first.residueOffset) {
                remarks.append(($0, $1))
            }
            guard let slot = record.first(fields.event.slots), record.next(slot) == nil else {
                throw Note(.brokenResidue, at: first.residueOffset)
            }
            tell(remarks, at: first.residueOffset)
            showings.append(Showing(component: 0, node: slot.child))
        } catch {
            findings.append(
                (Note(.brokenResidue, at: group.components[0].residueOffset, detail: (error as? Note)?.detail), ""))
            record.begin(Event.schema)
            (record.offset, record.index) = (group.components[0].offset, index)
            showings.removeAll()
            return false
        }
        event(group, into: &record)
        slot(0, group, into: &record)
        for number in 1..<max(1, group.components.count) {
            let component = group.components[number]
            if component.isOverride { continue }
            further(number, group, into: &record)
        }
        hidden(group, into: &record)
        strangers(group, into: &record)
        return true
    }

    private mutating func tell(_ remarks: [(Code, String?)], at offset: Int) {
        for (code, detail) in remarks { findings.append((Note(code, at: offset, detail: detail), "")) }
    }

    /// Reads one more slot of the event, from another component.
    private mutating func further(_ number: Int, _ group: borrowing ComponentGroup, into record: inout Record) {
        let component = group.components[number]
        let node = record.appendChild(Slot.schema, to: fields.event.slots, of: .root, at: component.offset)
        showings.append(Showing(component: number, node: node))
        if component.isBroken { findings.append((Note(.brokenResidue, at: component.residueOffset), "")) }
        if component.hasResidue, let json = Residue.furtherSlot(group.carried[component.residue]) {
            scratch.removeAll()
            scratch.append(json)
            var remarks: [(Code, String?)] = []
            do {
                try rest.read(scratch.bytes, into: &record, node, Slot.schema, at: component.residueOffset) {
                    remarks.append(($0, $1))
                }
                tell(remarks, at: component.residueOffset)
            } catch {
                findings.append((Note(.brokenResidue, at: component.residueOffset, detail: error.detail), ""))
            }
        } else {
            name(node, of: component, group, &record)
        }
        slot(number, group, into: &record)
    }

    /// Puts the slots that the calendar does not show among the others.
    private mutating func hidden(_ group: borrowing ComponentGroup, into record: inout Record) {
        guard group.hidden.count > 0 else { return }
        for slot in (0..<group.hidden.count).map({ group.hidden[$0] }).sorted(by: { $0.index < $1.index }) {
            let node = record.appendChild(Slot.schema, to: fields.event.slots, of: .root, at: slot.offset)
            var remarks: [(Code, String?)] = []
            do {
                try rest.read(group.carried[slot.json], into: &record, node, Slot.schema, at: slot.offset) {
                    remarks.append(($0, $1))
                }
                tell(remarks, at: slot.offset)
            } catch {
                findings.append((Note(.brokenResidue, at: slot.offset, detail: error.detail), ""))
            }
            record.moveLast(of: fields.event.slots, to: slot.index)
        }
    }

    /// Gives a slot that carries nothing its id or its foreign UID.
    mutating func name(
        _ node: Record.Node, of component: ComponentGroup.Component, _ group: borrowing ComponentGroup,
        _ record: inout Record
    ) {
        guard let uid = group.uid(of: component) else { return }
        let offset = group.lines[component.uid].offset
        if let parts = pattern.parts(of: uid) {
            record.append(record.bytes.append(sliceOf: parts.slot), to: fields.slot.id, of: node, at: offset)
            return
        }
        record.append(UIDPattern.token(of: uid, to: &record.bytes), to: fields.slot.id, of: node, at: offset)
        let text = unescaped(uid, into: &record.bytes)
        record.append(text, to: fields.slot.uid, of: node, at: offset)
    }

    /// A TEXT without its escapes.
    func unescaped(_ text: Bytes, into buffer: inout ByteBuffer) -> Slice {
        let first = buffer.count
        CalendarText.appendUnescaped(text, to: &buffer)
        return Slice(offset: first, count: buffer.count - first)
    }
}
