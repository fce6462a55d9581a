import ExchangeBytes
import ExchangeDiagnostics
import ExchangeModel
import ExchangeSyntax

/// Members that no field claims.
extension JSONRecordParser {
    /// Keeps the value of such a member.
    mutating func stranger(
        _ name: Bytes, of schema: Schema, _ node: Record.Node, in record: inout Record, from offset: Int, depth: Int
    ) throws(Halt) {
        let isCollection = schema === Exchange.schema && Self.collectionNames.find(name) != nil
        let isExtension = name.hasExtensionPrefix
        let label = record.bytes.append(sliceOf: name)
        let hash = name.text.hashValue
        if isGiven(label, hash, isCollection, of: schema, node, in: record) {
            throw scanner.fault(.duplicateKey, at: offset)
        }
        strangers.append(hash)
        let byte = try scanner.peek()
        let value = scanner.offset
        let remark = scanner.remarks.count
        if isCollection {
            scanner.remark(.wrongType, at: value, hint: Expectation.objects.rawValue)
        } else if !isExtension {
            scanner.remark(.unknownField, at: offset)
        }
        let json = try scanner.verbatim(into: &record.bytes, depth: depth)
        if isCollection {
            if record[json].isNothing {
                scanner.remarks[remark] = JSONRemark(.emptyValue, at: value)
                return
            }
            // An array would be one of records where the header is written as a document, and has not been read as one.
            if byte == UInt8(ascii: "[") {
                throw scanner.fault(.wrongType, at: value, "records stand on lines of their own")
            }
        }
        try append(json, named: label, of: schema, node, in: &record, from: offset)
    }

    /// Whether the object at hand has a member of this name already. Names are compared only where hashes are equal: an
    /// object of a thousand such members must not cost their square.
    private func isGiven(
        _ label: Slice, _ hash: Int, _ isCollection: Bool, of schema: Schema, _ node: Record.Node,
        in record: borrowing Record
    ) -> Bool {
        var isLikely = false
        for index in firstStranger..<strangers.count where strangers[index] == hash { isLikely = true }
        // The array of a collection may hold nothing, and have left nothing on the record.
        guard isLikely, !isCollection else { return isLikely }
        var isGiven = false
        record.eachExtra(of: node, schema) { other in
            if record[other.label].isEquivalent(to: record[label]) { isGiven = true }
        }
        return isGiven
    }

    /// Appends an extra whose name is among the strangers already.
    mutating func append(
        _ json: Slice, named name: Slice, of schema: Schema, _ node: Record.Node, in record: inout Record,
        from offset: Int
    ) throws(Halt) {
        if strangers.count &- firstStranger > scanner.limits.extras { throw tooManyExtras(at: offset) }
        record.appendExtra(json, name: name, to: node, schema, at: offset)
    }

    /// The stop for one extra more than the limit.
    mutating func tooManyExtras(at offset: Int) -> Halt {
        scanner.fault(
            .limitExceeded, at: offset,
            "more members that the schema does not know than the limit of \(scanner.limits.extras) for one record")
    }
}

extension Bytes {
    /// Whether a name says that it is somebody's extension: `x-…`.
    fileprivate var hasExtensionPrefix: Bool { count > 2 && head & 0xFFFF == 0x2D78 }
}
