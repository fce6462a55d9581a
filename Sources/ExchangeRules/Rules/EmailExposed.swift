import ExchangeBytes
import ExchangeDiagnostics
import ExchangeModel

extension Rule {
    /// An e-mail address stands in a text that everybody reads.
    ///
    /// Programs collect it for spam, nobody agreed to it, and it stays when the person has gone. Put the address of the
    /// office into `email`, or a link to a form into the text.
    static let emailExposed = Rule.values(.emailExposed) { field in
        guard field.kind.shape == .texts else { return nil }
        return { record, value, examination in
            guard let address = record[value.text].address else { return }
            examination.report(
                .emailExposed, "the text gives the e-mail address \(address.quoted)", at: value, in: record)
        }
    }
}

extension Bytes {
    /// The first thing in a text that looks like an e-mail address: a word, `@`, and words with a dot between them.
    fileprivate var address: Bytes? {
        guard var sign = index(of: UInt8(ascii: "@")) else { return nil }
        while true {
            var start = sign
            while start > 0, Self.isOfWord(self[start - 1]) { start -= 1 }
            var (end, dots) = (sign + 1, 0)
            while end < count, Self.isOfWord(self[end]) {
                if self[end] == UInt8(ascii: ".") { dots += 1 }
                end += 1
            }
            // The full stop of a sentence is not the address's.
            while end > sign + 1, self[end - 1] == UInt8(ascii: ".") {
                end -= 1
                dots -= 1
            }
            if start < sign, dots > 0 { return prefix(end).dropping(start) }
            guard let next = dropping(sign + 1).index(of: UInt8(ascii: "@")) else { return nil }
            sign += 1 + next
        }
    }

    private static func isOfWord(_ octet: UInt8) -> Bool {
        switch octet {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"),
            UInt8(ascii: "+"):
            true
        default: false
        }
    }
}
