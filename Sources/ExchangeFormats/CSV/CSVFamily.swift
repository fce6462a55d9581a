import ExchangeBytes
import ExchangeDiagnostics
import ExchangeModel
import ExchangeSyntax

/// The tables of what belongs to the records of one type: the slots of events and their overrides, the stops of routes.
///
/// No type of the model has children of two kinds.
struct CSVFamily: ~Copyable {
    private var children: CSVChildFeed?
    private var grandchildren: CSVChildFeed?
    private let limits: Limits
    /// The children of the record at hand.
    private var nodes: [Record.Node] = []
    /// How many children each of them has.
    private var counts: [Int] = []
    private var names = CSVNames()

    init(_ type: RecordType, _ wanted: [Bool]?, _ plan: CSVPlan, limits: Limits) throws {
        self.limits = limits
        guard let table = CSVTable.index(of: type, level: 1), wanted?[CSVTable.all[table].field] ?? true else { return }
        if let view = plan.views[table] { children = try CSVChildFeed(view, plan.indexes[table]) }
        guard let table = CSVTable.index(of: type, level: 2), let view = plan.views[table] else { return }
        grandchildren = try CSVChildFeed(view, plan.indexes[table])
    }

    /// What belongs to one record, or to those behind it, whose tables are in these places.
    init(_ views: [CSVView], windowSize: Int, limits: Limits) throws {
        self.limits = limits
        for view in views {
            if view.columns.table.level == 1 {
                children = try CSVChildFeed(view, nil, windowSize: windowSize)
            } else {
                grandchildren = try CSVChildFeed(view, nil, windowSize: windowSize)
            }
        }
    }

    /// Puts what belongs to a record behind what its own row says.
    mutating func fill(
        _ record: inout Record, _ parent: borrowing CSVRows, _ parser: inout CSVRecordParser, _ path: () -> String
    ) throws {
        nodes.removeAll(keepingCapacity: true)
        var octets = children == nil ? 0 : parent.contentLength
        let id = parent.id
        while try children?.next(ofRecord: parent.number, id) ?? false {
            let number = nodes.count
            if let node = try children?.append(to: &record, .root, &octets, limits, &parser, number: number, path) {
                nodes.append(node)
            }
        }
        guard grandchildren != nil else { return }
        names.begin()
        counts.removeAll(keepingCapacity: true)
        counts.append(contentsOf: repeatElement(0, count: nodes.count))
        while try grandchildren?.next(ofRecord: parent.number, id) ?? false {
            guard let child = try find(record) else { continue }
            let schema = record.schema
            let table = CSVTable.index(of: schema) + 1
            let way = { path() + "/\(CSVTable.all[table].member)/\(child)" }
            _ = try grandchildren?.append(
                to: &record, nodes[child], &octets, limits, &parser, number: counts[child], way)
            counts[child] += 1
        }
    }

    /// The index of the child that the grandchild at hand belongs to; throws if there is no such child.
    private mutating func find(_ record: borrowing Record) throws -> Int? {
        guard let name = grandchildren?.rows.parent.child else { return nil }
        if let number = name.rowNumber, number <= nodes.count { return number - 1 }
        let schema = record.schema.children.compactMap { $0 }.first
        let field = schema?.index(of: "id") ?? 0
        if let found = names.find(name, nodes, record, field) { return found }
        let ids = nodes.compactMap { record.first(field, of: $0).map { record[$0.text].text } }
        try grandchildren?.refuse(kind: schema?.name ?? "", ids)
        return nil
    }
}

/// Finds children by their ids. Of several that bear one the first is meant.
struct CSVNames {
    private var table: [UInt64: Int] = [:]
    /// How many children are in the table: there may be more than before.
    private var entered = 0
    /// As many children are looked at one by one.
    private static let few = 16

    mutating func begin() {
        entered = 0
        if !table.isEmpty { table.removeAll() }
    }

    mutating func find(_ id: Bytes, _ nodes: [Record.Node], _ record: borrowing Record, _ field: Int) -> Int? {
        guard !id.isEmpty else { return nil }
        if nodes.count <= Self.few {
            return nodes.firstIndex { record.first(field, of: $0).map { record[$0.text].equals(id) } ?? false }
        }
        while entered < nodes.count {
            if let value = record.first(field, of: nodes[entered]) {
                let key = record[value.text].keyHash
                if table[key] == nil { table[key] = entered }
            }
            entered += 1
        }
        return table[id.keyHash]
    }
}

extension CSVChildFeed {
    /// Appends the row at hand to a node of a record that has so many children.
    func append(
        to record: inout Record, _ node: Record.Node, _ octets: inout Int, _ limits: Limits,
        _ parser: inout CSVRecordParser, number index: Int, _ path: () -> String
    ) throws -> Record.Node {
        try rows.append(to: &record, node, &octets, limits, &parser, number: index, path)
    }

    /// Refuses the row at hand, whose parent is not among the children of its record.
    func refuse(kind: String, _ ids: [String]) throws {
        throw CSVIndex.finding(rows.parent.child.text, rows, kind: kind, ids)
    }
}

extension CSVRows {
    /// Appends the row at hand to a node of a record that has so many children.
    func append(
        to record: inout Record, _ node: Record.Node, _ octets: inout Int, _ limits: Limits,
        _ parser: inout CSVRecordParser, number index: Int, _ path: () -> String, length: Int? = nil
    ) throws -> Record.Node {
        let table = columns.table
        let name = table.member
        if index == 0, record.isGiven(table.field, of: node) {
            throw fault(
                .duplicateKey, "\"\(name)\" is given a second time, in the column \"extras\"", path() + "/" + name)
        }
        octets += length ?? contentLength
        if octets > limits.record {
            throw fault(
                .limitExceeded,
                "longer than the limit of \(limits.record) octets for one record, its \(table.name) among it",
                path())
        }
        if !isPositionClear {
            parser.remarks.add(
                .wrongType, at: offset(ofCell: columns.position ?? .max), path: "\(path())/\(name)/\(index)",
                detail: "a position is a whole number from 1; the row is read behind those that have one")
        }
        let child = record.appendChild(table.schema, to: table.field, of: node, at: offset)
        try parser.fill(&record, child, from: self, path: { path() + "/\(name)/\(index)" })
        return child
    }

    private func fault(_ code: Code, _ detail: String, _ path: String) -> Diagnostic {
        Diagnostic(code, message: detail, at: Diagnostic.Location(position: Position(offset: offset), path: path))
    }
}
