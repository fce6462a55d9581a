import ExchangeFormats

/// How far what a finding points at reaches, in the spelling of its format.
enum ValueExtent {
    /// How much of an input is looked through for an end.
    static let reach = 1 << 16

    /// How many octets the value takes that begins at `index`; nil where its end does not come.
    static func count(_ octets: [UInt8], from index: Int, in format: Format) -> Int? {
        guard index < octets.count else { return nil }
        let value = octets[index...]
        switch format {
        case .csv: return cell(value)
        case .xml: return markup(value, behind: index > 0 ? octets[index - 1] : nil)
        case .ics: return contentLine(value)
        default: return token(value)
        }
    }

    /// A string with its quotes, a word, or one character: of an object or an array the bracket that opens it.
    private static func token(_ octets: ArraySlice<UInt8>) -> Int? {
        guard let first = octets.first else { return nil }
        if first == UInt8(ascii: "\"") { return quoted(octets) { $0 == UInt8(ascii: "\\") } }
        let word = octets.prefix { $0 > 0x20 && !#",:;{}[]<>"="#.utf8.contains($0) }
        return max(1, word.count)
    }

    /// To the quote that closes, over pairs that begin with an escape.
    private static func quoted(_ octets: ArraySlice<UInt8>, isEscape: (UInt8) -> Bool) -> Int? {
        var index = octets.startIndex + 1
        while index < octets.endIndex {
            if isEscape(octets[index]) {
                index += 2
            } else if octets[index] == octets[octets.startIndex] {
                return index + 1 - octets.startIndex
            } else {
                index += 1
            }
        }
        return nil
    }

    /// To the separator or the end of the row (RFC 4180 section 2).
    private static func cell(_ octets: ArraySlice<UInt8>) -> Int? {
        let quote = UInt8(ascii: "\"")
        guard octets.first == quote else {
            return octets.prefix { !",;\t\r\n".utf8.contains($0) }.count
        }
        var index = octets.startIndex + 1
        while index < octets.endIndex {
            if octets[index] != quote {
                index += 1
            } else if index + 1 < octets.endIndex, octets[index + 1] == quote {
                index += 2
            } else {
                return index + 1 - octets.startIndex
            }
        }
        return nil
    }

    /// A tag, the value of an attribute, or text up to the next tag.
    private static func markup(_ octets: ArraySlice<UInt8>, behind before: UInt8?) -> Int? {
        guard octets.first == UInt8(ascii: "<") else {
            if let before, before == UInt8(ascii: "\"") || before == UInt8(ascii: "'") {
                return octets.firstIndex(of: before).map { $0 - octets.startIndex }
            }
            return octets.firstIndex(of: UInt8(ascii: "<")).map { $0 - octets.startIndex }
        }
        var quote: UInt8?
        for (count, octet) in octets.enumerated() {
            if let open = quote {
                if octet == open { quote = nil }
            } else if octet == UInt8(ascii: "\"") || octet == UInt8(ascii: "'") {
                quote = octet
            } else if octet == UInt8(ascii: ">") {
                return count + 1
            }
        }
        return nil
    }

    /// To the end of the content line, over its folds (RFC 5545 section 3.1).
    private static func contentLine(_ octets: ArraySlice<UInt8>) -> Int? {
        var index = octets.startIndex
        while let feed = octets[index...].firstIndex(of: UInt8(ascii: "\n")) {
            let next = feed + 1
            guard next < octets.endIndex, octets[next] == 0x20 || octets[next] == 0x09 else {
                let end = feed > octets.startIndex && octets[feed - 1] == UInt8(ascii: "\r") ? feed - 1 : feed
                return end - octets.startIndex
            }
            index = next
        }
        return octets.count < reach ? octets.count : nil
    }
}
