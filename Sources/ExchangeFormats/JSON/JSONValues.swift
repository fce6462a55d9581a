import ExchangeBytes
import ExchangeDiagnostics
import ExchangeModel
import ExchangeSyntax

/// The values of a field that is a list or an object. Each function answers false if the value is not of its shape.
extension JSONRecordParser {
    mutating func texts(
        _ field: Int, of schema: Schema, _ node: Record.Node, in record: inout Record
    ) throws(Halt) -> Bool {
        guard try scanner.opens(UInt8(ascii: "{"), UInt8(ascii: "}")) else { return false }
        let first = transitions.first(of: schema)
        var count = 0
        var emptyTags: [Slice] = []
        var seen: UInt64 = 0
        while true {
            let place = transitions.behindVersions(count, of: field, first)
            let index = scanner.index
            let step = transitions.step(place, at: scanner.window.start + index)
            if let step, step.field == JSONTransitions.Step.end {
                scanner.index = index &+ Int(step.count)
                break
            }
            if step == nil, count > 0, try !scanner.continues(until: UInt8(ascii: "}")) {
                learn(JSONTransitions.Step.end, at: place, from: index)
                break
            }
            let (begin, name) = try tag(step)
            let tag = record.bytes.append(sliceOf: name)
            let marks = Self.marks(of: name)
            if seen & marks != 0, isGiven(tag, emptyTags, field, of: node, in: record) {
                throw scanner.fault(.duplicateKey, at: scanner.window.base &+ begin)
            }
            seen |= marks
            count &+= 1
            if count > scanner.limits.languages {
                throw scanner.fault(
                    .limitExceeded, at: scanner.window.base &+ begin,
                    "a text in more languages than the limit of \(scanner.limits.languages)")
            }
            guard try scanner.peek() == UInt8(ascii: "\"") else { return false }
            if step == nil, name.start == scanner.window.start + (begin &+ 1) {
                learn(JSONTransitions.Step.tag, at: place, from: index, name: begin, nameCount: name.count)
            }
            let offset = scanner.offset
            let text = try scanner.string(into: &record.bytes)
            if text.isEmpty, !keepsEmptyVersions {
                emptyTags.append(tag)
                scanner.remark(.emptyValue, at: offset)
            } else {
                record.append(text, label: tag, to: field, of: node, at: offset)
            }
        }
        if record.first(field, of: node) == nil { record.setAside(field, of: node) }
        return true
    }

    /// Reads the name of a version, and the colon; answers where in the window it begins, with its quotation mark.
    @inline(__always)
    private mutating func tag(_ step: JSONTransitions.Step?) throws(Halt) -> (begin: Int, name: Bytes) {
        if let step {
            let begin = scanner.index &+ Int(step.name)
            scanner.index &+= Int(step.count)
            return (begin, Bytes(start: scanner.window.start + (begin &+ 1), count: Int(step.nameCount)))
        }
        _ = try scanner.peek()
        let begin = scanner.index
        return (begin, try scanner.name())
    }

    /// One bit of 64 by a tag's first two letters, or all of them if these are none: tags without one in common differ.
    @inline(__always)
    private static func marks(of tag: Bytes) -> UInt64 {
        let letters = tag.head & 0xFFFF
        if letters & Word.highs != 0 { return .max }
        let folded = letters | 0x2020
        return 1 &<< ((folded ^ folded &>> 6) & 63)
    }

    /// Whether there is a version of this tag already, or there was an empty one.
    @inline(never)
    private func isGiven(
        _ tag: Slice, _ emptyTags: [Slice], _ field: Int, of node: Record.Node, in record: borrowing Record
    ) -> Bool {
        var other = record.first(field, of: node)
        while let current = other {
            if Self.areSame(record[current.label], record[tag]) { return true }
            other = record.next(current)
        }
        return emptyTags.contains { Self.areSame(record[$0], record[tag]) }
    }

    /// Whether two language tags are the same (RFC 5646 section 2.1.1), or the same name.
    static func areSame(_ left: Bytes, _ right: Bytes) -> Bool {
        // Most tags are two letters, and differ from the others in these.
        let (short, other) = (left.head, right.head)
        if (short | other) & Word.highs == 0, (short ^ other) & ~0x2020_2020_2020_2020 != 0 { return false }
        return left.equalsIgnoringCase(right) || left.isEquivalent(to: right)
    }

    mutating func items(_ field: Int, _ node: Record.Node, in record: inout Record) throws(Halt) -> Bool {
        guard try scanner.opens(UInt8(ascii: "["), UInt8(ascii: "]")) else { return false }
        repeat {
            guard try scanner.peek() == UInt8(ascii: "\"") else { return false }
            let offset = scanner.offset
            let text = try scanner.string(into: &record.bytes)
            if text.isEmpty {
                scanner.remark(.emptyValue, at: offset)
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
            var ref: Slice?
            var role: Slice?
            repeat {
                let name = try scanner.name()
                let (isRef, isRole) = (name.equals("ref"), name.equals("role"))
                guard isRef && ref == nil || isRole && role == nil, try scanner.peek() == UInt8(ascii: "\"") else {
                    return false
                }
                let value = scanner.offset
                let text = try scanner.string(into: &record.bytes)
                if isRef { ref = text } else { role = text }
                if text.isEmpty { scanner.remark(.emptyValue, at: value) }
            } while try scanner.continues(until: UInt8(ascii: "}"))
            guard let ref, !ref.isEmpty else { return false }
            record.append(ref, label: role ?? Slice(), to: field, of: node, at: offset)
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
