import ExchangeBytes
import ExchangeModel

/// The lines that the table gives an event, in its order: which field, how it is said, and the line's beginning.
struct EventLines: ~Copyable {
    enum Role: BitwiseCopyable {
        case text, uri, number, uris, instant, location, categories, status
    }

    struct Line: BitwiseCopyable {
        let field: Int
        let role: Role
        /// The line's name, and its parameters but for the language: `CONFERENCE;VALUE=URI`.
        let name: Slice
    }

    let lines: [Line]
    /// The fields whose tokens are the event's categories.
    let categories: [Int]
    private let names: ByteBuffer

    subscript(slice: Slice) -> Bytes { names[slice] }

    init(_ schema: Schema) {
        var names = ByteBuffer()
        var lines: [Line] = []
        var categories: [Int] = []
        for (index, field) in schema.fields.enumerated() {
            guard let (name, role) = Self.line(field) else { continue }
            if role == .categories { categories.append(index) }
            if role == .categories, categories.count > 1 { continue }
            lines.append(Line(field: index, role: role, name: names.slice(of: name)))
        }
        self.lines = lines
        self.names = names
        self.categories = categories
    }

    private static func line(_ field: Field) -> (String, Role)? {
        switch (field.ics, field.kind) {
        case (.derived(.location), _): ("LOCATION", .location)
        case (.derived(.categories), _): ("CATEGORIES", .categories)
        case (.derived(.status), _): ("STATUS", .status)
        case (.line(let name), .text): (name, .text)
        case (.line(let name), .list(.uri)): (name + ";VALUE=URI", .uris)
        case (.line(let name), .scalar(.instant)): (name, .instant)
        case (.line(let name), .scalar(.uri)): (name, .uri)
        case (.line(let name), .scalar(.integer)): (name, .number)
        default: nil
        }
    }
}
