import ExchangeBytes
import ExchangeDiagnostics
import ExchangeModel
import ExchangeSyntax

/// Fills records from what a parser tells of an exchange in XML, as the tables say. Knows no entity.
final class XMLReader: XMLReceiver {
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
        case none
        case value, extras, foreign
        case skipped(depth: Int)
    }

    let mode: Mode
    let limits: Limits
    /// Where each collection begins, and what the root declares, as far as has been read.
    private(set) var sections: [XMLSection] = []
    private(set) var namespaces: [(prefix: [UInt8], uri: [UInt8])] = []
    /// The record at hand; the header, outside of the collections.
    var record = Record(Exchange.schema)
    /// The header, within the collections.
    private var header = Record(Exchange.schema)
    var frames: [Frame] = []
    var inside = Inside.none
    var leaf = XMLLeaf()
    var node = XMLCanonicalNode()
    var names = ByteBuffer()
    var rest: RestReader
    var counter = DiagnosticCounter()
    var report: (Diagnostic) -> Void = { _ in }
    /// Takes each record.
    var deliver: (inout Record) throws -> Void = { _ in }
    weak var parser: XMLPushParser?
    /// Whether stray text of the element at hand has been told.
    private var hasToldStrayText = false
    /// How many octets the elements of the header take so far, and where the one at hand begins.
    private var headerOctets = 0
    private var headerElement = 0

    init(_ mode: Mode, limits: Limits) {
        self.mode = mode
        self.limits = limits
        rest = RestReader(limits: limits)
    }

    // MARK: Events

    func start(_ tag: XMLTag) throws {
        hasToldStrayText = false
        switch inside {
        case .skipped(let depth): inside = .skipped(depth: depth + 1)
        case .foreign: try checkNode { $0.start(tag) }
        case .value, .extras:
            let detail = "an element where only text stands; all of it is kept as it is"
            remark(Note(.wrongType, at: tag.offset, detail: detail), in: leafPath)
            try makeForeign()
            try checkNode { $0.start(tag) }
        case .none:
            guard let frame = frames.last else { return try root(tag) }
            try checkLength(to: tag.end)
            switch frame.place {
            case .root:
                headerElement = tag.offset
                try member(tag, in: frame)
            case .collection(let type): try element(tag, of: type)
            case .record: try member(tag, in: frame)
            }
        }
    }

    func end(at offset: Int, until end: Int) throws {
        hasToldStrayText = false
        switch inside {
        case .skipped(let depth):
            inside = depth > 0 ? .skipped(depth: depth - 1) : .none
            return
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
        case .none: return try endFrame(until: end)
        }
        try checkLength(to: end)
        if case .root = frames.last?.place { try checkHeader(to: end) }
    }

    func text(_ run: XMLRun, in parser: XMLPushParser) throws {
        switch inside {
        case .skipped: return
        case .foreign: try checkNode { $0.text(run) }
        case .value: try append(run, limit: limits.string)
        case .extras: try append(run, limit: limits.record)
        case .none:
            if run.isBlank || hasToldStrayText { return }
            // What stands between records has been told when the document was looked over.
            if case .section = mode, frames.count <= 2 { return }
            hasToldStrayText = true
            let blanks = run.prefix { $0.isXMLBlank }.count
            remark(Note(.strayText, at: parser.textOffset + blanks))
        }
    }

    func comment(_ run: XMLRun) throws {
        if case .foreign = inside { try checkNode { $0.comment(run) } }
    }

    func instruction(_ target: XMLRun, _ data: XMLRun) throws {
        if case .foreign = inside { try checkNode { $0.instruction(target, data) } }
    }

    // MARK: Elements

    /// The octets of a run, behind which words may be read; good until the next call.
    func name(_ run: XMLRun) -> Bytes {
        names.removeAll()
        names.append(run)
        return names.bytes
    }

    private func root(_ tag: XMLTag) throws {
        guard tag.isIn("urn:cos-exchange:1"), tag.localName.equals("exchange") else {
            let namespace = tag.namespace.text
            let isFamily = namespace.hasPrefix(XMLVocabulary.family) && namespace != XMLVocabulary.namespace
            let detail = "an exchange of another version: its namespace is not \(XMLVocabulary.namespace)"
            throw Note(.notAnExchange, at: tag.offset, detail: isFamily ? detail : nil)
        }
        if parser?.hasByteOrderMark == true { remark(Note(.byteOrderMark, at: 0)) }
        namespaces = (0..<tag.namespaceCount).map { index in
            let (prefix, uri) = tag.declaration(index)
            return (Array(prefix), uri.uriOctets)
        }
        record.begin(Exchange.schema)
        record.offset = tag.offset
        frames.append(Frame(place: .root, shape: XMLShape.of(.exchange), node: .root, offset: tag.offset))
        if case .section = mode { return }
        headerOctets = tag.end - tag.offset
        try attributes(of: tag)
    }

    /// An element in a record, or in the root.
    private func member(_ tag: XMLTag, in frame: Frame) throws {
        guard tag.isIn("urn:cos-exchange:1"), let entry = frame.shape.entry(name(tag.localName)) else {
            return try beginForeign(tag)
        }
        switch entry {
        case .field(let field):
            if frame.node.isRoot, case .section(.some(let wanted)) = mode, !wanted[field] {
                inside = .skipped(depth: 0)
            } else if let shape = frame.shape.children[field] {
                try child(tag, shape, of: field)
            } else {
                try beginValue(tag, field, in: frame)
            }
        case .collection(let type): try collection(tag, type)
        case .extras:
            if wantsFields { return inside = .skipped(depth: 0) }
            if let first = frame.extras {
                throw Note(
                    .duplicateKey, at: tag.offset, related: first.offset, detail: "a second element of the same name")
            }
            tellLostAttributes(of: tag)
            begin(tag)
            inside = .extras
        }
    }

    /// Whether only some fields of the records are read, and nothing beside them.
    var wantsFields: Bool {
        if case .section(.some) = mode { frames.count <= 3 } else { false }
    }

    private func collection(_ tag: XMLTag, _ type: RecordType) throws {
        if let first = sections.first(where: { $0.type == type }) {
            throw Note(
                .duplicateKey, at: tag.offset, related: first.offset, detail: "a second element of the same name")
        }
        sections.append(XMLSection(type: type, offset: tag.offset))
        frames.append(Frame(place: .collection(type), shape: XMLShape.of(type), node: .root, offset: tag.offset))
        if case .section = mode {} else { tellLostAttributes(of: tag) }
        swap(&record, &header)
    }

    private func element(_ tag: XMLTag, of type: RecordType) throws {
        let shape = XMLShape.of(type)
        let isOurs = tag.isIn("urn:cos-exchange:1")
        guard isOurs, tag.localName.elementsEqual(shape.element) else {
            if case .section = mode { return inside = .skipped(depth: 0) }
            return try beginForeign(tag)
        }
        let index = frames[frames.count - 1].count
        frames[frames.count - 1].count += 1
        if case .header = mode { return inside = .skipped(depth: 0) }
        record.begin(type.schema)
        record.offset = tag.offset
        record.index = index
        frames.append(Frame(place: .record(field: nil), shape: shape, node: .root, offset: tag.offset, index: index))
        try attributes(of: tag)
    }

    private func child(_ tag: XMLTag, _ shape: XMLShape, of field: Int) throws {
        let frame = frames[frames.count - 1]
        let node = record.appendChild(shape.schema, to: field, of: frame.node, at: tag.offset)
        frames.append(Frame(place: .record(field: field), shape: shape, node: node, offset: tag.offset))
        try attributes(of: tag)
    }

    private func endFrame(until end: Int) throws {
        guard let frame = frames.last else { return }
        switch frame.place {
        case .root:
            if case .section = mode { throw XMLStop() }
            try finish(frame)
            frames.removeLast()
        case .collection:
            frames.removeLast()
            swap(&record, &header)
            frames[0].foreign +=
                frame.foreign.isEmpty || frames[0].foreign.isEmpty ? frame.foreign : [0x2C] + frame.foreign
            frames[0].foreignCount += frame.foreignCount
            if case .section = mode { throw XMLStop() }
        case .record(let field):
            try checkLength(to: end)
            try finish(frame)
            if field == nil { try deliver(&record) }
            frames.removeLast()
        }
    }

    // MARK: Limits

    /// Refuses a record that is longer than the limit.
    private func checkLength(to offset: Int) throws {
        guard frames.count > 2, offset - frames[2].offset > limits.record else { return }
        throw Note(
            .limitExceeded, at: frames[2].offset,
            detail: "longer than the limit of \(limits.record) octets for one record")
    }

    /// The elements of the header are one record, wherever they stand.
    private func checkHeader(to offset: Int) throws {
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
