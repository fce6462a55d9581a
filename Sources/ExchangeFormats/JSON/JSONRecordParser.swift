import ExchangeBytes
import ExchangeDiagnostics
import ExchangeModel
import ExchangeSyntax

/// Fills a record from the members of a JSON object, as the schema says. Knows no entity.
struct JSONRecordParser: ~Copyable {
    var scanner: JSONScanner
    /// Remarks about the record at hand. They wait until it is whole: one that begins again must not repeat them.
    var remarks: [(code: Code, offset: Int)] = []

    init(_ scanner: consuming JSONScanner) { self.scanner = scanner }

    mutating func object(_ schema: Schema, _ node: Record.Node, in record: inout Record) throws(Stop) {
        guard try scanner.opens(UInt8(ascii: "{"), UInt8(ascii: "}")) else { return }
        repeat { try member(of: schema, node, in: &record) } while try scanner.continues(until: UInt8(ascii: "}"))
    }

    mutating func member(of schema: Schema, _ node: Record.Node, in record: inout Record) throws(Stop) {
        _ = try scanner.peek()
        let begin = scanner.offset
        let name = try scanner.name()
        guard let field = schema.names.find(name) else {
            let extra = Slice(offset: record.bytes.count, count: name.count)
            record.bytes.append(name)
            return try self.extra(extra, .unknownField, of: schema, node, in: &record, from: begin)
        }
        if record.isGiven(field, of: node) { throw .fault(.duplicateKey, offset: begin) }
        let byte = try scanner.peek()
        let (index, offset) = (scanner.index, scanner.offset)
        switch (schema.shapes[field], byte) {
        case (.string, UInt8(ascii: "\"")):
            let text = try scanner.string(into: &record.bytes)
            if !text.isEmpty { return record.append(text, to: field, of: node, at: offset) }
        case (.labelledTexts, UInt8(ascii: "{")):
            if try texts(field, node, in: &record) { return }
        case (.list, UInt8(ascii: "[")):
            if try items(field, node, in: &record) { return }
        case (.participations, UInt8(ascii: "[")):
            if try participations(field, node, in: &record) { return }
        case (.children, UInt8(ascii: "[")):
            if try children(field, schema, node, in: &record) { return }
        case (.number, UInt8(ascii: "-")), (.number, UInt8(ascii: "0")...UInt8(ascii: "9")):
            return record.append(try scanner.number(into: &record.bytes), to: field, of: node, at: offset)
        case (.flag, UInt8(ascii: "t")), (.flag, UInt8(ascii: "f")):
            return record.append(try scanner.word(into: &record.bytes), to: field, of: node, at: offset)
        default: break
        }
        // Not what the field holds: it is read again, and kept as it is.
        scanner.index = index
        record.setAside(field, of: node)
        let spelled = record.bytes.count
        let fieldName = schema.fields[field].name
        record.bytes.append(fieldName)
        let extra = Slice(offset: spelled, count: record.bytes.count - spelled)
        try self.extra(extra, .wrongType, of: schema, node, in: &record, from: offset)
    }

    /// Keeps a value that no field can hold.
    private mutating func extra(
        _ name: Slice, _ code: Code, of schema: Schema, _ node: Record.Node, in record: inout Record, from offset: Int
    ) throws(Stop) {
        var isDuplicate = false
        record.each(schema.shapes.count, of: node) { other in
            if record[other.label].equals(record[name]) { isDuplicate = true }
        }
        if isDuplicate { throw .fault(.duplicateKey, offset: offset) }
        let json = try scanner.verbatim(into: &record.bytes)
        if code == .wrongType, record[json].isNothing {
            remarks.append((.emptyValue, offset))
        } else {
            remarks.append((code, offset))
            record.appendExtra(json, name: name, to: node, schema, at: offset)
        }
    }

    // Each of the following answers false if the value is not of its shape, or is empty.

    private mutating func texts(_ field: Int, _ node: Record.Node, in record: inout Record) throws(Stop) -> Bool {
        guard try scanner.opens(UInt8(ascii: "{"), UInt8(ascii: "}")) else { return false }
        repeat {
            _ = try scanner.peek()
            let begin = scanner.offset
            let tag = try scanner.name()
            let label = Slice(offset: record.bytes.count, count: tag.count)
            record.bytes.append(tag)
            var isDuplicate = false
            record.each(field, of: node) { if record[$0.label].equals(record[label]) { isDuplicate = true } }
            if isDuplicate { throw .fault(.duplicateKey, offset: begin) }
            guard try scanner.peek() == UInt8(ascii: "\"") else { return false }
            let offset = scanner.offset
            let text = try scanner.string(into: &record.bytes)
            if text.isEmpty { return false }
            record.append(text, label: label, to: field, of: node, at: offset)
        } while try scanner.continues(until: UInt8(ascii: "}"))
        return true
    }

    private mutating func items(_ field: Int, _ node: Record.Node, in record: inout Record) throws(Stop) -> Bool {
        guard try scanner.opens(UInt8(ascii: "["), UInt8(ascii: "]")) else { return false }
        repeat {
            guard try scanner.peek() == UInt8(ascii: "\"") else { return false }
            let offset = scanner.offset
            record.append(try scanner.string(into: &record.bytes), to: field, of: node, at: offset)
        } while try scanner.continues(until: UInt8(ascii: "]"))
        return true
    }

    private mutating func participations(
        _ field: Int, _ node: Record.Node, in record: inout Record
    ) throws(Stop) -> Bool {
        guard try scanner.opens(UInt8(ascii: "["), UInt8(ascii: "]")) else { return false }
        repeat {
            guard try scanner.peek() == UInt8(ascii: "{") else { return false }
            let offset = scanner.offset
            guard try scanner.opens(UInt8(ascii: "{"), UInt8(ascii: "}")) else { return false }
            var (ref, role) = (Slice(), Slice())
            repeat {
                let name = try scanner.name()
                let (isRef, isRole) = (
                    name.head == 0x66_6572 && name.count == 3, name.head == 0x656C_6F72 && name.count == 4
                )
                guard isRef && ref.isEmpty || isRole && role.isEmpty, try scanner.peek() == UInt8(ascii: "\"") else {
                    return false
                }
                let text = try scanner.string(into: &record.bytes)
                if isRef { ref = text } else { role = text }
            } while try scanner.continues(until: UInt8(ascii: "}"))
            if ref.isEmpty { return false }
            record.append(ref, label: role, to: field, of: node, at: offset)
        } while try scanner.continues(until: UInt8(ascii: "]"))
        return true
    }

    private mutating func children(
        _ field: Int, _ schema: Schema, _ node: Record.Node, in record: inout Record
    ) throws(Stop) -> Bool {
        guard let childSchema = schema.children[field] else { return false }
        guard try scanner.opens(UInt8(ascii: "["), UInt8(ascii: "]")) else { return false }
        repeat {
            guard try scanner.peek() == UInt8(ascii: "{") else { return false }
            let child = record.appendChild(childSchema, to: field, of: node, at: scanner.offset)
            try object(childSchema, child, in: &record)
        } while try scanner.continues(until: UInt8(ascii: "]"))
        return true
    }
}

extension Bytes {
    /// Whether this JSON says that there is nothing: `null`, `""`, `[]` or `{}`.
    fileprivate var isNothing: Bool {
        count == 4 ? head == 0x6C6C_756E : count == 2 && (head == 0x2222 || head == 0x5D5B || head == 0x7D7B)
    }
}
