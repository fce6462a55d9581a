import ExchangeBytes
import ExchangeDiagnostics
import ExchangeModel
import ExchangeSyntax

/// What was given of that which a line of NDJSON has beside the record's own members.
struct LineMembers {
    var hasType = false
    var hasExtras = false
    /// Whether members are read that lie in an object `extras`: there, no name means anything but itself.
    var isInExtras = false
}

extension JSONRecordParser {
    /// Reads the value of a member that belongs to the line: the record's type, which is known by now, and the object
    /// that holds members whose names would be taken for these two. False if it is none of them.
    mutating func lineMember(
        _ name: Bytes, of schema: Schema, in record: inout Record, at offset: Int, _ depth: Int
    ) throws(Halt) -> Bool {
        if line.isInExtras { return false }
        if name.equals("record") {
            if line.hasType { throw scanner.fault(.duplicateKey, at: offset) }
            line.hasType = true
            try scanner.skip()
            return true
        }
        guard name.equals("extras") else { return false }
        if line.hasExtras { throw scanner.fault(.duplicateKey, at: offset) }
        line.hasExtras = true
        guard try scanner.peek() == UInt8(ascii: "{") else { return false }
        line.isInExtras = true
        // They count as if they stood in the record itself.
        if try scanner.opens(UInt8(ascii: "{"), UInt8(ascii: "}")) {
            repeat {
                try member(of: schema, .root, in: &record, depth: depth)
            } while try scanner.continues(until: UInt8(ascii: "}"))
        }
        line.isInExtras = false
        return true
    }
}
