import ExchangeBytes
import ExchangeDiagnostics
import ExchangeModel
import ExchangeSyntax

/// The values of a field that is a list or an object. Each function answers false if the value is not of its shape.
extension JSONRecordParser {
    mutating func texts(_ field: Int, _ node: Record.Node, in record: inout Record) throws(Halt) -> Bool {
        guard try scanner.opens(UInt8(ascii: "{"), UInt8(ascii: "}")) else { return false }
        var count = 0
        repeat {
            _ = try scanner.peek()
            let begin = scanner.offset
            let name = try scanner.name()
            let tag = record.bytes.append(sliceOf: name)
            var first: Int?
            record.each(field, of: node) { if record[$0.label].equalsIgnoringCase(record[tag]) { first = $0.offset } }
            if let first { throw scanner.fault(.duplicateKey, at: begin, related: first) }
            count &+= 1
            if count > scanner.limits.languages {
                throw scanner.fault(
                    .limitExceeded, at: begin,
                    "a text in more languages than the limit of \(scanner.limits.languages)")
            }
            guard try scanner.peek() == UInt8(ascii: "\"") else { return false }
            let offset = scanner.offset
            let text = try scanner.string(into: &record.bytes)
            if text.isEmpty {
                scanner.notes.append(Note(.emptyValue, at: offset))
            } else {
                record.append(text, label: tag, to: field, of: node, at: offset)
            }
        } while try scanner.continues(until: UInt8(ascii: "}"))
        if record.first(field, of: node) == nil { record.setAside(field, of: node) }
        return true
    }

    mutating func items(_ field: Int, _ node: Record.Node, in record: inout Record) throws(Halt) -> Bool {
        guard try scanner.opens(UInt8(ascii: "["), UInt8(ascii: "]")) else { return false }
        repeat {
            guard try scanner.peek() == UInt8(ascii: "\"") else { return false }
            let offset = scanner.offset
            let text = try scanner.string(into: &record.bytes)
            if text.isEmpty {
                scanner.notes.append(Note(.emptyValue, at: offset))
            } else {
                record.append(text, to: field, of: node, at: offset)
            }
        } while try scanner.continues(until: UInt8(ascii: "]"))
        if record.first(field, of: node) == nil { record.setAside(field, of: node) }
        return true
    }

    mutating func participations(_ field: Int, _ node: Record.Node, in record: inout Record) throws(Halt) -> Bool {
        guard try scanner.opens(UInt8(ascii: "["), UInt8(ascii: "]")) else { return false }
        repeat {
            guard try scanner.peek() == UInt8(ascii: "{") else { return false }
            let offset = scanner.offset
            guard try scanner.opens(UInt8(ascii: "{"), UInt8(ascii: "}")) else { return false }
            var (ref, role) = (Slice(), Slice())
            repeat {
                let name = try scanner.name()
                let (isRef, isRole) = (name.equals("ref"), name.equals("role"))
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

    mutating func children(
        _ field: Int, _ schema: Schema, _ node: Record.Node, in record: inout Record, depth: Int
    ) throws(Halt) -> Bool {
        guard let childSchema = schema.children[field] else { return false }
        guard try scanner.opens(UInt8(ascii: "["), UInt8(ascii: "]")) else { return false }
        repeat {
            guard try scanner.peek() == UInt8(ascii: "{") else { return false }
            let child = record.appendChild(childSchema, to: field, of: node, at: scanner.offset)
            try object(childSchema, child, in: &record, depth: depth &+ 1)
        } while try scanner.continues(until: UInt8(ascii: "]"))
        return true
    }
}

extension Kind {
    /// What a value of this kind is in JSON, as a sentence that says what was to be expected.
    var expectation: String {
        switch self {
        case .text: #"a text is an object of languages: {"it": "…"}"#
        case .scalar(.integer): "a whole number of fifteen digits at most is expected"
        case .scalar(.decimal): "a number is expected"
        case .scalar(.flag): "true or false is expected"
        case .scalar: "a string is expected"
        case .list: #"a list of strings is expected: ["…"]"#
        case .participations: #"a list of references is expected: [{"ref": "…", "role": "…"}]"#
        case .children: "a list of objects is expected"
        }
    }
}
