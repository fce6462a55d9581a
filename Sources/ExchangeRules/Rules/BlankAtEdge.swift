import ExchangeBytes
import ExchangeDiagnostics
import ExchangeModel

extension Rule {
    /// A text begins or ends with a blank.
    ///
    /// Lists are sorted wrongly, and a name that ends in a blank is not found by it. Take the blank away.
    static let blankAtEdge = Rule.values(.textHygiene) { field in
        switch field.kind {
        case .text, .scalar(.string): break
        default: return nil
        }
        return { record, value, examination in
            let bytes = record[value.text]
            guard isBlank(bytes[0], bytes, at: 0) || endsInBlank(bytes) else { return }
            let isFirst = isBlank(bytes[0], bytes, at: 0)
            examination.report(
                .textHygiene, "the text \(isFirst ? "begins" : "ends") with a blank", at: value, in: record)
        }
    }

    /// Whether a blank, a tab, a line's end or a no-break space begins at an index.
    @inline(__always)
    private static func isBlank(_ octet: UInt8, _ bytes: Bytes, at index: Int) -> Bool {
        octet <= 0x20 || octet == 0xC2 && index &+ 1 < bytes.count && bytes[index &+ 1] == 0xA0
    }

    @inline(__always)
    private static func endsInBlank(_ bytes: Bytes) -> Bool {
        let last = bytes[bytes.count &- 1]
        return last <= 0x20 || last == 0xA0 && bytes.count > 1 && bytes[bytes.count &- 2] == 0xC2
    }
}
