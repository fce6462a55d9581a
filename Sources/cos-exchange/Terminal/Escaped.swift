/// Text from a file, a file's name or the command line, made harmless for a terminal.
///
/// What would move the cursor, change the order of what is read or hide is spelled out: `\u{202E}`. The two joiners stay,
/// without which Arabic, Persian and many emoji cannot be written.
enum Escaped {
    /// The text, cut with `…` where it is longer than `limit` characters as printed.
    static func text(_ text: String, limit: Int = 80) -> String {
        var result = String.UnicodeScalarView()
        var count = 0
        for scalar in text.unicodeScalars {
            let piece = spelling(of: scalar)
            if count + piece.count > limit {
                // One place is kept for the mark of the cut.
                while count >= max(limit, 1) {
                    result.removeLast()
                    count -= 1
                }
                result.append("…")
                break
            }
            result.append(contentsOf: piece)
            count += piece.count
        }
        return String(result)
    }

    /// A name between quotation marks; one that runs from right to left is isolated from what stands around it.
    static func quoted(_ name: String) -> String {
        let text = text(name)
        return text.unicodeScalars.contains(where: runsFromRightToLeft) ? "“\u{2068}\(text)\u{2069}”" : "“\(text)”"
    }

    /// Whether a character is of a script that is written from right to left.
    static func runsFromRightToLeft(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
        default: false
        }
    }

    /// One character, or what stands for it.
    static func spelling(of scalar: Unicode.Scalar) -> [Unicode.Scalar] {
        guard isHarmful(scalar) else { return [scalar] }
        switch scalar {
        case "\n": return ["\\", "n"]
        case "\r": return ["\\", "r"]
        case "\t": return ["\\", "t"]
        default: return Array("\\u{\(String(scalar.value, radix: 16, uppercase: true))}".unicodeScalars)
        }
    }

    /// Whether a character is a control, a line or paragraph separator, or a format character other than a joiner.
    static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20...0x7E: false
        case 0...0x1F, 0x7F...0x9F: true
        case 0x200C, 0x200D: false
        case 0x2028, 0x2029: true
        default: scalar.properties.generalCategory == .format
        }
    }
}
