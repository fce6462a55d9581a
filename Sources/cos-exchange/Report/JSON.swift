/// A JSON value that is written once, in the order in which it was made.
///
/// For reports, which are small; an exchange never passes through here.
indirect enum JSON {
    case string(String)
    case integer(Int)
    case boolean(Bool)
    case array([JSON])
    case object([(name: String, value: JSON)])

    /// The text, indented by two blanks a level, with a line feed at its end.
    ///
    /// RFC 7493: no surrogate and no noncharacter comes out. Whatever a terminal or a log might obey is escaped.
    var text: String {
        var text = ""
        append(to: &text, indent: 0)
        return text + "\n"
    }

    /// The text on one line, with a line feed at its end.
    var line: String {
        var text = ""
        append(to: &text, indent: nil)
        return text + "\n"
    }

    private func append(to text: inout String, indent: Int?) {
        let inner = indent.map { $0 + 1 }
        switch self {
        case .string(let value): Self.append(value, to: &text)
        case .integer(let value): text += String(value)
        case .boolean(let value): text += value ? "true" : "false"
        case .array(let values):
            Self.append(values, "[", "]", to: &text, indent) { $0.append(to: &$1, indent: inner) }
        case .object(let members):
            Self.append(members, "{", "}", to: &text, indent) { member, text in
                Self.append(member.name, to: &text)
                text += ": "
                member.value.append(to: &text, indent: inner)
            }
        }
    }

    private static func append<Element>(
        _ elements: [Element], _ start: String, _ end: String, to text: inout String, _ indent: Int?,
        _ appendElement: (Element, inout String) -> Void
    ) {
        text += start
        for (index, element) in elements.enumerated() {
            if index > 0 { text += "," }
            if let indent { text += "\n" + String(repeating: "  ", count: indent + 1) }
            appendElement(element, &text)
        }
        if let indent, !elements.isEmpty { text += "\n" + String(repeating: "  ", count: indent) }
        text += end
    }

    private static func append(_ value: String, to text: inout String) {
        text += "\""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\"", "\\": text += "\\\(scalar)"
            case "\n": text += "\\n"
            case "\t": text += "\\t"
            case "\r": text += "\\r"
            default:
                if scalar.properties.isNoncharacterCodePoint {
                    text += "\u{FFFD}"
                } else if Escaped.isHarmful(scalar) {
                    for unit in String(scalar).utf16 {
                        let digits = String(unit, radix: 16)
                        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
                    }
                } else {
                    text.unicodeScalars.append(scalar)
                }
            }
        }
        text += "\""
    }
}
