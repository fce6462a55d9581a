/// Reads JSON into a tree, members in order and numbers as they are spelled; shares no code with the library.
struct TreeParser {
    private var rest: Substring.UnicodeScalarView

    struct Unreadable: Error {
        let rest: String
    }

    static func parse(_ text: String) throws -> Tree {
        var parser = TreeParser(rest: text[...].unicodeScalars)
        return try parser.value()
    }

    private mutating func skip() { rest = rest.drop { " \n\r\t".unicodeScalars.contains($0) } }

    private mutating func take(_ word: String) -> Bool {
        guard rest.starts(with: word.unicodeScalars) else { return false }
        rest = rest.dropFirst(word.unicodeScalars.count)
        return true
    }

    private mutating func value() throws -> Tree {
        skip()
        defer { skip() }
        if take("null") { return .null }
        if take("true") { return .flag(true) }
        if take("false") { return .flag(false) }
        if take("[") { return .array(try list(until: "]") { parser in try parser.value() }) }
        if take("{") {
            return .object(
                try list(until: "}") { parser in
                    parser.skip()
                    let name = try parser.string()
                    parser.skip()
                    guard parser.take(":") else { throw Unreadable(rest: String(parser.rest.prefix(20))) }
                    return Tree.Member(name, try parser.value())
                })
        }
        if rest.first == "\"" { return .string(try string()) }
        let number = rest.prefix { "+-.0123456789eE".unicodeScalars.contains($0) }
        guard !number.isEmpty else { throw Unreadable(rest: String(rest.prefix(20))) }
        rest = rest.dropFirst(number.count)
        return .number(String(number))
    }

    private mutating func list<T>(until end: String, _ item: (inout TreeParser) throws -> T) throws -> [T] {
        var items: [T] = []
        skip()
        if take(end) { return items }
        repeat { items.append(try item(&self)) } while take(",")
        guard take(end) else { throw Unreadable(rest: String(rest.prefix(20))) }
        return items
    }

    private mutating func string() throws -> String {
        guard take("\"") else { throw Unreadable(rest: String(rest.prefix(20))) }
        var text = String.UnicodeScalarView()
        while let scalar = rest.popFirst(), scalar != "\"" {
            guard scalar == "\\" else {
                text.append(scalar)
                continue
            }
            switch rest.popFirst() {
            case "n": text.append("\n")
            case "t": text.append("\t")
            case "r": text.append("\r")
            case "u":
                let digits = String(rest.prefix(4))
                rest = rest.dropFirst(4)
                guard let code = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(code) else {
                    throw Unreadable(rest: digits)
                }
                text.append(scalar)
            case let other?: text.append(other)
            case nil: throw Unreadable(rest: "")
            }
        }
        return String(text)
    }
}

extension Tree {
    /// What lies at a JSON Pointer; setting nil takes it away, and a name that is not there, or `-`, is put last.
    subscript(pointer: String) -> Tree? {
        get { self[path: pointer.split(separator: "/").map(String.init)[...]] }
        set { self[path: pointer.split(separator: "/").map(String.init)[...]] = newValue }
    }

    private subscript(path path: ArraySlice<String>) -> Tree? {
        get {
            guard let name = path.first else { return self }
            switch self {
            case .object(let members): return members.first { $0.name == name }?.value[path: path.dropFirst()]
            case .array(let elements):
                guard let index = Int(name), elements.indices.contains(index) else { return nil }
                return elements[index][path: path.dropFirst()]
            default: return nil
            }
        }
        set {
            guard let name = path.first else {
                if let newValue { self = newValue }
                return
            }
            let isLast = path.count == 1
            switch self {
            case .object(var members):
                let index = members.firstIndex { $0.name == name }
                if let index {
                    if isLast, newValue == nil {
                        members.remove(at: index)
                    } else {
                        members[index].value[path: path.dropFirst()] = newValue
                    }
                } else if isLast, let newValue {
                    members.append(Member(name, newValue))
                }
                self = .object(members)
            case .array(var elements):
                if name == "-", let newValue { elements.append(newValue) }
                if let index = Int(name), elements.indices.contains(index) {
                    if isLast, newValue == nil {
                        elements.remove(at: index)
                    } else {
                        elements[index][path: path.dropFirst()] = newValue
                    }
                }
                self = .array(elements)
            default: return
            }
        }
    }
}
