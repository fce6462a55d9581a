import ExchangeBytes

// Names, decoded as well as can be: what is broken stays as it is written.

extension JSONPath {
    /// The member that bore the same name before the one at hand: where its name begins, and the way to it.
    ///
    /// It is looked for in the object at hand first, then in those around it. Names are the same if they are
    /// canonically equivalent; where none is, if they differ in case alone, as language tags may.
    public func namesake() -> (index: Int, pointer: String)? {
        guard let name = levels.last?.name else { return nil }
        let text = Self.decode(bytes, name)
        for folds in [false, true] {
            for depth in levels.indices.reversed() where levels[depth].position == nil {
                guard let first = firstMember(of: levels[depth], named: text, before: name.lowerBound, folds: folds)
                else { continue }
                var path = self
                path.levels.removeSubrange((depth + 1)...)
                path.levels[depth].name = first
                return (first.lowerBound - 1, path.pointer)
            }
        }
        return nil
    }

    private func firstMember(of level: Level, named name: String, before end: Int, folds: Bool) -> Range<Int>? {
        var index = level.begin
        var depth = 0
        var isName = true
        while index < end, index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "\""):
                let found = index + 1..<Self.endOfString(bytes, from: index + 1)
                if isName, depth == 0, found.lowerBound < end {
                    let text = Self.decode(bytes, found)
                    if text == name || folds && text.lowercased() == name.lowercased() { return found }
                }
                isName = false
                index = found.upperBound
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
            case UInt8(ascii: ","): isName = true
            default: break
            }
            index += 1
        }
        return nil
    }

    /// What a string says between its quotes.
    static func decode(_ bytes: Bytes, _ range: Range<Int>) -> String {
        let run = Bytes(start: bytes.start + range.lowerBound, count: range.count)
        var text = String.UnicodeScalarView()
        var units: [UInt16] = []
        var scalars = run.text.unicodeScalars[...]
        while let scalar = scalars.popFirst() {
            guard scalar == "\\", let letter = scalars.popFirst() else {
                text.append(contentsOf: Self.drain(&units))
                text.append(scalar)
                continue
            }
            let digits = String(String.UnicodeScalarView(scalars.prefix(4)))
            if letter == "u", digits.utf8.count == 4, let unit = UInt16(digits, radix: 16) {
                units.append(unit)
                scalars = scalars.dropFirst(4)
                continue
            }
            text.append(contentsOf: Self.drain(&units))
            if let plain = Self.plain[letter] { text.append(plain) } else { text.append(contentsOf: [scalar, letter]) }
        }
        text.append(contentsOf: Self.drain(&units))
        return String(text)
    }

    private static let plain: [Unicode.Scalar: Unicode.Scalar] = [
        "\"": "\"", "\\": "\\", "/": "/", "n": "\n", "t": "\t", "r": "\r", "b": "\u{8}", "f": "\u{C}",
    ]

    private static func drain(_ units: inout [UInt16]) -> String.UnicodeScalarView {
        defer { units.removeAll() }
        return String(decoding: units, as: UTF16.self).unicodeScalars
    }
}
