import ExchangeFormats

/// What the first octets of an input look like.
enum ContentSniff: Equatable {
    case format(Format)
    /// Perhaps a table: nothing that a file's name could not outweigh.
    case table
    /// A zip archive, which a spreadsheet's own file is too.
    case archive
    /// UTF-16, as some programs save "Unicode text".
    case utf16
    /// Octets that no text has.
    case binary
    case unknown

    /// How many octets are looked at.
    static let length = 4 << 10

    init(_ head: [UInt8]) {
        let octets = head.starts(with: [0xEF, 0xBB, 0xBF]) ? head.dropFirst(3) : head[...]
        let text = octets.drop { [0x20, 0x09, 0x0A, 0x0D].contains($0) }
        if octets.starts(with: [0xFF, 0xFE]) || octets.starts(with: [0xFE, 0xFF]) {
            self = .utf16
        } else if octets.starts(with: Array("PK\u{3}\u{4}".utf8)) || octets.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
            self = .archive
        } else if octets.contains(0) {
            let zeroes = octets.prefix(4).map { $0 == 0 }
            self = [[true, false, true, false], [false, true, false, true]].contains(zeroes) ? .utf16 : .binary
        } else if text.first == UInt8(ascii: "{") || text.first == UInt8(ascii: "[") {
            self = .format(Self.isRecordPerLine(text) ? .ndjson : .json)
        } else if text.first == UInt8(ascii: "<") {
            self = .format(.xml)
        } else if String(decoding: text.prefix(15), as: UTF8.self).uppercased() == "BEGIN:VCALENDAR" {
            self = .format(.ics)
        } else {
            self = Self.isTable(text) ? .table : .unknown
        }
    }

    /// Whether the first line is a whole object with a member `record`, or has it and is longer than what is looked at.
    ///
    /// Exact enough for a choice of reader; it is the reader that reads.
    private static func isRecordPerLine(_ text: ArraySlice<UInt8>) -> Bool {
        guard text.first == UInt8(ascii: "{") else { return false }
        let lineEnd = text.firstIndex(of: 0x0A)
        let end = lineEnd ?? text.endIndex
        var depth = 0
        var isInString = false
        var isEscaped = false
        var hasRecord = false
        for index in text.startIndex..<end {
            let octet = text[index]
            if isInString {
                if isEscaped {
                    isEscaped = false
                } else if octet == UInt8(ascii: "\\") {
                    isEscaped = true
                } else if octet == UInt8(ascii: "\"") {
                    isInString = false
                }
                continue
            }
            switch octet {
            case UInt8(ascii: "\""):
                isInString = true
                if depth == 1, text[index..<end].starts(with: Array(#""record""#.utf8)) { hasRecord = true }
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
            default: break
            }
        }
        return hasRecord && (depth == 0 || lineEnd == nil)
    }

    /// Whether the first line has a column that every table of an exchange has, between separators.
    private static func isTable(_ text: ArraySlice<UInt8>) -> Bool {
        let line = text.prefix { $0 != 0x0A && $0 != 0x0D }
        let cells = line.split(omittingEmptySubsequences: false) {
            [UInt8(ascii: ","), UInt8(ascii: ";"), 0x09].contains($0)
        }
        guard cells.count > 1 else { return false }
        let names = cells.map { cell in
            String(decoding: cell.filter { $0 != UInt8(ascii: "\"") && $0 != 0x20 }, as: UTF8.self).lowercased()
        }
        let known = ["record", "id", "name", "title", "kind", "parent", "start"]
        return names.contains { name in known.contains(name) || name.hasPrefix("name@") }
    }
}
