import ExchangeBytes
import ExchangeDiagnostics
import ExchangeFormats
import ExchangeRules
import ExchangeSyntax
import Testing

/// One thing that is wrong with an exchange that is otherwise as it should be, whatever format it is written in.
struct Fault: CustomTestStringConvertible, Sendable {
    /// What becomes of the value at a place.
    enum Change: Sendable {
        case put(Planted)
        case removed
    }

    /// A value to be planted.
    enum Planted: Sendable {
        case text(String)
        case number(String)
        case texts([String])
        case nothing
    }

    /// What validation finds.
    let code: Code
    /// A JSON Pointer into the exchange.
    let pointer: String
    let change: Change
    /// Why no grammar can tell; nil where the published schema finds the fault too.
    let onlyRules: String?
    /// Whether it is a fault of JSON's own types, which other formats cannot have.
    let isOfJSON: Bool

    init(
        _ code: Code, _ pointer: String, _ change: Change, onlyRules: String? = nil, isOfJSON: Bool = false
    ) {
        (self.code, self.pointer, self.change) = (code, pointer, change)
        (self.onlyRules, self.isOfJSON) = (onlyRules, isOfJSON)
    }

    var testDescription: String {
        let place = "\(code.rawValue) \(pointer)"
        return switch change {
        case .put(.text(let value)), .put(.number(let value)): "\(place) \(value)"
        case .put(.texts(let values)): "\(place) \(values.joined(separator: ","))"
        case .put(.nothing), .removed: place
        }
    }

    /// The exchange with the fault in it.
    func plant(in exchange: Tree) -> Tree {
        var tree = exchange
        switch change {
        case .removed: tree[pointer] = nil
        case .put(.text(let text)): tree[pointer] = .string(text)
        case .put(.number(let digits)): tree[pointer] = .number(digits)
        case .put(.texts(let texts)): tree[pointer] = .array(texts.map { .string($0) })
        case .put(.nothing): tree[pointer] = .object([])
        }
        return tree
    }

    /// The exchange that faults are planted in.
    static func ground() throws -> Tree {
        try TreeParser.parse(String(decoding: try Fixture.octets("open-studios/exchange.json"), as: UTF8.self))
    }

    /// What is found in an exchange, when it is read and by the rules.
    static func findings(in exchange: Tree) throws -> [Diagnostic] {
        var source = JSONSource(ByteInput(TreePrinter.print(exchange)))
        return try findings(of: &source)
    }

    /// What is found in an exchange of any format.
    static func findings(of source: inout some ExchangeSource & ~Copyable) throws -> [Diagnostic] {
        var findings: [Diagnostic] = []
        var found: [Diagnostic] = []
        var validator = Validator(rules: Rule.all)
        try source.read(.all, report: { findings.append($0) }) { record in
            validator.check(record) { found.append($0) }
        }
        validator.finish { found.append($0) }
        return findings + found
    }
}
