import ExchangeBytes
import ExchangeDiagnostics
import ExchangeModel
import ExchangeSyntax

/// Fills records from what a scanner tells of an exchange in XML, as the tables say. Knows no entity.
struct XMLReader: ~Copyable {
    /// What is read.
    enum Mode {
        /// The header, and where the collections are.
        case header
        /// Everything.
        case whole
        /// One collection, which is all that there is; all fields of its records, or only those marked.
        case section([Bool]?)
    }

    /// An element around the one at hand whose content is elements.
    struct Frame {
        enum Place {
            case root
            case collection(RecordType)
            /// Of a record: the field that it belongs to, if it belongs to another record.
            case record(field: Int?)
        }

        let place: Place
        let shape: XMLShape
        let node: Record.Node
        let offset: Int
        /// Which record of its collection it is, and how many records a collection has had.
        var index = 0
        var count = 0
        /// What its `<extras>` say, and where they stand.
        var extras: (json: Slice, offset: Int)?
        /// The nodes that are none of ours, as JSON strings with commas between them.
        var foreign: [UInt8] = []
        var foreignCount = 0
    }

    /// What the element at hand is whose content is no elements of ours.
    enum Inside {
        case none, value, extras, foreign
    }

    let mode: Mode
    let limits: Limits
    /// Where each collection begins, and what the root declares, as far as has been read.
    private(set) var sections: [XMLSection] = []
    private var namespaces: [(prefix: [UInt8], uri: [UInt8])] = []
    private var rootName: [UInt8] = []
    /// What stands around every collection.
    var scope: XMLScope { XMLScope(rootName, namespaces) }
    /// The record at hand; the header, outside of the collections.
    var record = Record(Exchange.schema)
    /// The header, within the collections.
    private var header = Record(Exchange.schema)
    private(set) var frames: [Frame] = []
    /// Of the innermost frame: what it is, its shape and its node.
    private var place = Frame.Place.root
    private(set) var shape = XMLShape.of(.exchange)
    private(set) var here = Record.Node.root
    /// Where the record begins around what is at hand.
    private var recordBegin = Int.max
    var inside = Inside.none
    var leaf = XMLLeaf()
    var node = XMLCanonicalNode()
    var rest: RestReader
    var counter = DiagnosticCounter()
    var report: (Diagnostic) -> Void = { _ in }
    var scanner: XMLScanner
    /// Whether stray text of the element at hand has been told.
    private var hasToldStrayText = false
    /// How many octets the elements of the header take so far, and where the one at hand begins.
    private var headerOctets = 0
    private var headerElement = 0
    /// What has come to its end.
    private var isRecord = false
    private var isOver = false

    init(_ mode: Mode, _ scanner: consuming XMLScanner) {
        self.mode = mode
        limits = scanner.limits
        self.scanner = scanner
        rest = RestReader(limits: limits)
    }

    // MARK: Events

    /// Reads on until a record is whole; false at the end of the document, or of its part.
    mutating func next() throws -> Bool {
        if isRecord { endRecord() }
        while !isOver {
            var isBetween = false
            if case .none = inside { isBetween = true }
            switch try scanner.next(passingBlanks: isBetween) {
            case .start: try start()
            case .end:
                try end()
                if isRecord { return true }
            case .text: try text()
            case .comment:
                guard case .foreign = inside else { continue }
                node.comment(scanner.text)
                try checkNode()
            case .instruction:
                guard case .foreign = inside else { continue }
                node.instruction(scanner.target, scanner.text)
                try checkNode()
            case .finish: isOver = true
            }
        }
        return false
    }

    private mutating func start() throws {
        hasToldStrayText = false
        switch inside {
        case .foreign:
            node.start(scanner)
            try checkNode()
        case .value, .extras:
            let detail = "an element where only text stands; all of it is kept as it is"
            remark(Note(.wrongType, at: scanner.offset, detail: detail), about: .leaf)
            try makeForeign()
            if case .foreign = inside {
                node.start(scanner)
                try checkNode()
            } else {
                try skip()
            }
        case .none:
            if frames.isEmpty { return try root() }
            try checkLength(to: scanner.end)
            switch place {
            case .root:
                headerElement = scanner.offset
                try member()
            case .collection(let type): try element(of: type)
            case .record: try member()
            }
        }
    }

    private mutating func end() throws {
        hasToldStrayText = false
        switch inside {
        case .foreign:
            node.end()
            guard node.isComplete else { return }
            inside = .none
            try keepNode()
        case .value:
            inside = .none
            try endValue()
        case .extras:
            inside = .none
            let json = Slice(offset: leaf.textStart, count: record.bytes.count - leaf.textStart)
            frames[frames.count - 1].extras = (json, leaf.offset)
        case .none: return try endFrame(until: scanner.end)
        }
        try checkEnd()
    }

    /// Goes past the element at hand, of which nothing is wanted.
    mutating func skip() throws {
        inside = .none
        try scanner.skip()
        hasToldStrayText = false
    }

    private mutating func text() throws {
        switch inside {
        case .foreign:
            node.text(scanner.text)
            try checkNode()
        case .value: try append(scanner.text, limit: limits.string)
        case .extras: try append(scanner.text, limit: limits.record)
        case .none:
            let blanks = scanner.text.leadingXMLBlanks
            if blanks == scanner.text.count || hasToldStrayText { return }
            // What stands between records has been told when the document was looked over.
            if case .section = mode, frames.count <= 2 { return }
            hasToldStrayText = true
            remark(Note(.strayText, at: scanner.offset + blanks))
        }
    }

    // MARK: Elements

    private mutating func push(_ frame: Frame) {
        frames.append(frame)
        settle()
    }

    private mutating func pop() {
        frames.removeLast()
        settle()
    }

    /// Takes up what the innermost frame is.
    private mutating func settle() {
        guard let frame = frames.last else { return }
        (place, shape, here) = (frame.place, frame.shape, frame.node)
        recordBegin = frames.count > 2 ? frames[2].offset : .max
    }

    /// Changes what is kept of the innermost frame.
    mutating func keep(_ change: (inout Frame) -> Void) { change(&frames[frames.count - 1]) }

    private mutating func root() throws {
        guard scanner.isAsked, scanner.localName.equals("exchange") else {
            let namespace = scanner.namespace.text
            let isFamily = namespace.hasPrefix(XMLVocabulary.family) && namespace != XMLVocabulary.namespace
            let detail = "an exchange of another version: its namespace is not \(XMLVocabulary.namespace)"
            throw Note(.notAnExchange, at: scanner.offset, detail: isFamily ? detail : nil)
        }
        if scanner.hasByteOrderMark { remark(Note(.byteOrderMark, at: 0)) }
        for index in 0..<scanner.namespaceCount {
            let (prefix, uri) = scanner.declaration(index)
            namespaces.append((prefix.octets, uri.octets))
        }
        rootName = scanner.localName.octets
        if !scanner.prefix.isEmpty { rootName = scanner.prefix.octets + [UInt8(ascii: ":")] + rootName }
        record.begin(Exchange.schema)
        record.offset = scanner.offset
        push(Frame(place: .root, shape: XMLShape.of(.exchange), node: .root, offset: scanner.offset))
        headerOctets = scanner.end - scanner.offset
        try attributes()
    }

    /// Begins with a part of the root.
    mutating func enterRoot() {
        record.begin(Exchange.schema)
        push(Frame(place: .root, shape: XMLShape.of(.exchange), node: .root, offset: scanner.offset))
    }

    /// An element in a record, or in the root.
    private mutating func member() throws {
        guard scanner.isAsked, let entry = shape.entry(scanner.localName) else { return try beginForeign() }
        switch entry {
        case .field(let field):
            if here.isRoot, case .section(.some(let wanted)) = mode, !wanted[field] {
                try skip()
            } else if let inner = shape.children[field] {
                let child = record.appendChild(inner.schema, to: field, of: here, at: scanner.offset)
                push(Frame(place: .record(field: field), shape: inner, node: child, offset: scanner.offset))
                try attributes()
            } else {
                try beginValue(field)
            }
        case .collection(let type): try collection(type)
        case .extras:
            if wantsFields { return try skip() }
            if let first = frames[frames.count - 1].extras {
                throw Note(
                    .duplicateKey, at: scanner.offset, related: first.offset,
                    detail: "a second element of the same name")
            }
            tellLostAttributes()
            beginLeaf()
            inside = .extras
        }
    }

    /// Whether only some fields of the records are read, and nothing beside them.
    var wantsFields: Bool {
        if case .section(.some) = mode { frames.count <= 3 } else { false }
    }

    private mutating func collection(_ type: RecordType) throws {
        if let first = sections.first(where: { $0.type == type }) {
            throw Note(
                .duplicateKey, at: scanner.offset, related: first.offset, detail: "a second element of the same name")
        }
        sections.append(XMLSection(type: type, offset: scanner.offset))
        push(Frame(place: .collection(type), shape: XMLShape.of(type), node: .root, offset: scanner.offset))
        if case .section = mode {} else { tellLostAttributes() }
        swap(&record, &header)
    }

    private mutating func element(of type: RecordType) throws {
        guard scanner.isAsked, shape.isElement(scanner.localName) else {
            if case .section = mode { return try skip() }
            return try beginForeign()
        }
        let index = frames[frames.count - 1].count
        frames[frames.count - 1].count += 1
        if case .header = mode { return try skip() }
        record.begin(type.schema)
        record.offset = scanner.offset
        record.index = index
        push(Frame(place: .record(field: nil), shape: shape, node: .root, offset: scanner.offset, index: index))
        try attributes()
    }

    private mutating func endFrame(until end: Int) throws {
        switch place {
        case .root:
            if case .section = mode { return isOver = true }
            try finish()
            pop()
        case .collection:
            let frame = frames[frames.count - 1]
            pop()
            swap(&record, &header)
            frames[0].foreign +=
                frame.foreign.isEmpty || frames[0].foreign.isEmpty ? frame.foreign : [0x2C] + frame.foreign
            frames[0].foreignCount += frame.foreignCount
            if case .section = mode { isOver = true }
        case .record(let field):
            try checkLength(to: end)
            try finish()
            // A record stays until it has been handed over.
            if field == nil { isRecord = true } else { pop() }
        }
    }

    private mutating func endRecord() {
        isRecord = false
        pop()
    }

    // MARK: Limits

    /// Refuses a record that is longer than the limit.
    @inline(__always)
    private mutating func checkLength(to offset: Int) throws {
        if offset &- recordBegin > limits.record { throw tooLong() }
    }

    @inline(never)
    private mutating func tooLong() -> Note {
        Note(
            .limitExceeded, at: recordBegin,
            detail: "longer than the limit of \(limits.record) octets for one record")
    }

    /// Refuses what has become too long with the element that ends.
    private mutating func checkEnd() throws {
        try checkLength(to: scanner.end)
        if case .root = place { try checkHeader(to: scanner.end) }
    }

    /// The elements of the header are one record, wherever they stand.
    private mutating func checkHeader(to offset: Int) throws {
        headerOctets += offset - headerElement
        guard headerOctets > limits.record else { return }
        throw Note(
            .limitExceeded, at: headerElement,
            detail: "the header's elements are longer than the limit of \(limits.record) octets for one record")
    }
}

/// Where a collection begins.
struct XMLSection {
    let type: RecordType
    /// Where its start tag is.
    let offset: Int
}
