import ExchangeFormats
import ExchangeModel
import Foundation
import Testing

/// Laws that hold for every exchange, tried on many that nobody would write.
@Suite struct GeneratedExchangeTests {
    @Test("the canonical document of a canonical document is itself")
    func canonical() throws {
        GeneratedCases.check("canonical") { document in
            let first = Conversion(document.octets)
            if let fault = first.fault { return "\(fault)" }
            let second = Conversion(first.output)
            return first.output == second.output && second.remarks.isEmpty == first.hasNothingToRepeat
                ? nil : second.text
        }
    }

    @Test("another reader finds the same in the canonical document")
    func meaning() throws {
        var profile = GeneratorProfile()
        profile.hasHugeNumbers = false
        try GeneratedCases.check("meaning", profile) { document in
            let output = Data(Conversion(document.octets).output)
            let meant = Data(TreePrinter.print(document.tree.meaning()).utf8)
            let said = try JSONSerialization.jsonObject(with: output) as? NSDictionary
            return try JSONSerialization.jsonObject(with: meant) as? NSDictionary == said
                ? nil : String(decoding: output, as: UTF8.self)
        }
    }

    @Test("a document comes back from lines as it was, whatever the order of the lines")
    func lines() {
        GeneratedCases.check("lines") { document in
            let direct = Conversion(document.octets)
            let lines = Conversion(document.octets, to: .ndjson)
            let back = Conversion(lines.output, from: .ndjson)
            if direct.output != back.output { return "\(back.fault as Any) \(lines.text)" }
            let shuffled = Self.shuffle(lines.text, seed: document.seed)
            let sorted = Conversion(Array(shuffled.utf8), from: .ndjson, to: .ndjson)
            let again = Conversion(Array(sorted.output), from: .ndjson, to: .ndjson, window: 300, piece: 50)
            let expected = Conversion(Array(Self.group(shuffled).utf8), from: .ndjson, to: .ndjson)
            return sorted.output == expected.output && again.output == expected.output ? nil : sorted.text
        }
    }

    @Test("a document comes back from typed entities as it was")
    func entities() {
        GeneratedCases.check("entities") { document in
            let direct = Conversion(document.octets)
            let typed = Conversion(document.octets) { record in
                record.retype()
                return true
            }
            return direct.output == typed.output ? nil : typed.text
        }
    }

    @Test("neither the window nor the pieces that a pipe hands over make a difference")
    func windows() {
        GeneratedCases.check("windows") { document in
            var random = SeededRandom(seed: document.seed)
            let format = random.pick([Format.json, .ndjson])
            let whole = Conversion(document.octets, to: format)
            let parted = Conversion(
                document.octets, to: format, window: random.between(64...4096), piece: random.pick([1, 7, 100, 5000]))
            if whole.output != parted.output || whole.remarks != parted.remarks { return parted.text }
            let lines = Conversion(document.octets, to: .ndjson).output
            let read = Conversion(
                lines, from: .ndjson, to: format, window: random.between(64...4096),
                piece: random.pick([1, 7, 100, 5000]))
            return read.output == whole.output ? nil : read.text
        }
    }

    /// The lines in any order, the header first.
    private static func shuffle(_ text: String, seed: UInt64) -> String {
        var random = SeededRandom(seed: seed)
        let lines = text.split(separator: "\n")
        return (lines.prefix(1) + lines.dropFirst().shuffled(using: &random)).map { $0 + "\n" }.joined()
    }

    /// The lines by type, in the order of the types and else as they come.
    private static func group(_ text: String) -> String {
        let lines = text.split(separator: "\n")
        return RecordType.allCases.flatMap { type in
            lines.filter { $0.hasPrefix("{\"record\":\"\(type.rawValue)\"") }
        }.map { $0 + "\n" }.joined()
    }
}

extension Conversion {
    /// Whether none of the remarks is about something that is kept as it was.
    fileprivate var hasNothingToRepeat: Bool {
        !remarks.contains { $0.code == .unknownField || $0.code == .wrongType }
    }
}
