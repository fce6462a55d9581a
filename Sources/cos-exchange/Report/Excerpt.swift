/// The part of a line that a finding points at, as a terminal can show it.
struct Excerpt: Equatable {
    /// The line, or what of it lies near the value; a cut is marked with `…`.
    let line: String
    /// The value, from where the finding points to its end or the end of the excerpt.
    let value: String
    /// Where the value begins in the line as shown, and how many places it takes. Nil where a caret would stand wrong,
    /// because some characters of the line take two places, or none, or run from right to left.
    let caret: (column: Int, width: Int)?

    /// How many octets of a line are shown before and behind the place.
    static let reach = (before: 72, behind: 120)

    /// `octets` are those around the place, which is `index` octets into them, and the value that begins there takes
    /// `count` of them; nil where there is nothing to show.
    init?(_ octets: [UInt8], at index: Int, count: Int?) {
        guard index < octets.count else { return nil }
        var start = index
        while start > 0, octets[start - 1] != 0x0A, octets[start - 1] != 0x0D { start -= 1 }
        var end = index
        while end < octets.count, octets[end] != 0x0A, octets[end] != 0x0D { end += 1 }
        let isCutBefore = start == 0 && index >= Self.reach.before
        let isCutBehind = end == octets.count && end - index >= Self.reach.behind
        // A cut may have gone through a character.
        while isCutBefore, start < index, octets[start] & 0xC0 == 0x80 { start += 1 }
        if isCutBehind {
            var last = end
            while last > index, octets[last - 1] & 0xC0 == 0x80 { last -= 1 }
            if last > index, octets[last - 1] >= 0xC0 { end = last - 1 }
        }
        let before = Self.printable(octets[start..<index])
        let length = min(count ?? end - index, end - index)
        let inside = Self.printable(octets[index..<index + length])
        let behind = Self.printable(octets[(index + length)..<end])
        line = (isCutBefore ? "…" : "") + before + inside + behind + (isCutBehind ? "…" : "")
        value = inside
        let isPlain = line.unicodeScalars.allSatisfy(Self.takesOnePlace)
        caret =
            isPlain ? (before.unicodeScalars.count + (isCutBefore ? 1 : 0), max(1, inside.unicodeScalars.count)) : nil
    }

    static func == (left: Excerpt, right: Excerpt) -> Bool {
        left.line == right.line && left.value == right.value && left.caret?.column == right.caret?.column
            && left.caret?.width == right.caret?.width
    }

    /// Octets as text: a tab as one blank, so that what stands below lines up; what is no UTF-8 as `\xE9`.
    private static func printable(_ octets: ArraySlice<UInt8>) -> String {
        var text = String.UnicodeScalarView()
        var parser = Unicode.UTF8.ForwardParser()
        var iterator = octets.makeIterator()
        var rest = octets
        loop: while true {
            switch parser.parseScalar(from: &iterator) {
            case .valid(let encoded):
                let scalar = Unicode.UTF8.decode(encoded)
                text.append(contentsOf: scalar == "\t" ? [" "] : Escaped.spelling(of: scalar))
                rest = rest.dropFirst(encoded.count)
            case .error(let length):
                for octet in rest.prefix(length) {
                    let digits = String(octet, radix: 16, uppercase: true)
                    text.append(contentsOf: "\\x\(digits)".unicodeScalars)
                }
                rest = rest.dropFirst(length)
            case .emptyInput: break loop
            }
        }
        return String(text)
    }

    private static func takesOnePlace(_ scalar: Unicode.Scalar) -> Bool {
        if Escaped.runsFromRightToLeft(scalar) { return false }
        switch scalar.value {
        case 0x20...0x2FF, 0x2026: return true
        case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
            0xFFE0...0xFFE6, 0x1F000...0x1FAFF, 0x20000...0x3FFFF:
            return false
        default:
            switch scalar.properties.generalCategory {
            case .nonspacingMark, .enclosingMark, .spacingMark, .format, .control: return false
            default: return !scalar.properties.isEmojiPresentation
            }
        }
    }
}
