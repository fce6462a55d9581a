import ExchangeBytes
import ExchangeModel
import ExchangeSyntax

/// What the CATEGORIES that were met lately mean, by their spelling.
struct KnownCategories {
    /// One category, in small letters.
    struct Category {
        let code: [UInt8]
        /// Whether it is a kind of event.
        let isKind: Bool
        let isDiscipline: Bool
    }

    private var memory = SpellingMemory<[Category]>(places: 256)

    init() {}

    /// The categories of a value.
    mutating func all(of value: Bytes) -> [Category] {
        if let categories = memory.find(value) { return categories }
        var categories: [Category] = []
        CalendarText.eachPart(of: value) { part in
            let code = part.unescapedText.lowercased()
            categories.append(
                Category(
                    code: Array(code.utf8), isKind: CodeList.eventKinds.codes.contains(code),
                    isDiscipline: CodeList.disciplines.codes.contains(code)))
        }
        memory.keep(categories, of: value)
        return categories
    }
}
