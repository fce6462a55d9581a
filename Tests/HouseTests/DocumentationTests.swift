import Foundation
import Testing

@Suite("Documentation")
struct DocumentationTests {
    @Test("every public declaration says what it is, or what it fulfils does")
    func isDocumented() {
        let inherited = Tree.requirements.union(["description", "hash", "encode", "==", "<"])
        var bare: [String] = []
        for file in Tree.sources {
            for (line, name) in file.publicDeclarations
            where !inherited.contains(name) && !file.hasDocumentation(above: line) {
                bare.append("\(file.path):\(line + 1): \(name)")
            }
        }
        #expect(bare.isEmpty, "\(bare.count) without documentation:\n\(bare.joined(separator: "\n"))")
    }

    @Test("every requirement of a public protocol says what it asks for")
    func explainsRequirements() {
        let bare = Tree.sources.flatMap { file in
            file.requirements.filter { !file.hasDocumentation(above: $0.line) }.map { "\(file):\($0.line + 1)" }
        }
        #expect(bare.isEmpty, "\(bare.joined(separator: "\n"))")
    }

    @Test("declarations are found, with attributes and without")
    func findsDeclarations() {
        let file = Tree.File(
            path: "Sources/A/B.swift",
            lines: [
                "/// A thing.", "@inlinable", "public static func a() {}", "@inlinable public var b: Int { 1 }",
                "    public init?(_ c: Int) {", "    func d() {}", "    public subscript(e: Int) -> Int {",
                "public static func < (left: A, right: A) -> Bool { true }",
            ])
        #expect(file.publicDeclarations.map(\.name) == ["a", "b", "init", "subscript", "<"])
        #expect(file.hasDocumentation(above: 2))
        #expect(!file.hasDocumentation(above: 3))
    }
}

extension Tree {
    /// The names that public protocols ask for: whoever fulfils them needs no comment of his own.
    static var requirements: Set<String> { Set(sources.flatMap { $0.requirements.map(\.name) }).subtracting(["init"]) }
}

extension Tree.File {
    /// The lines that declare something public, with its name.
    var publicDeclarations: [(line: Int, name: String)] {
        let pattern =
            /^\s*(?:@\w+(?:\([^)]*\))?\s+)*public\s+(?:(?:private|internal|package)\(set\)\s+)?(?:(?:static|final|mutating|nonmutating|indirect|class|consuming|borrowing|override|convenience)\s+)*(?:(?:func|var|let|struct|enum|class|protocol|typealias|actor)\s+([^\s(<:=,]+|[<=>!]+)|(init|subscript)\b)/
        return lines.enumerated().compactMap { index, line in
            guard line.contains("public") else { return nil }
            return line.firstMatch(of: pattern).map { (index, String($0.output.1 ?? $0.output.2 ?? "")) }
        }
    }

    /// The lines of public protocols that ask for something, with its name.
    var requirements: [(line: Int, name: String)] {
        var isInside = false
        return lines.enumerated().compactMap { index, line in
            if line.hasPrefix("public protocol ") { isInside = true }
            if line.hasPrefix("}") { isInside = false }
            guard isInside else { return nil }
            let pattern =
                /^    (?:static\s+|mutating\s+)*(?:(?:func|var|associatedtype)\s+([^\s(<:]+)|(init|subscript)\b)/
            return line.firstMatch(of: pattern).map { (index, String($0.output.1 ?? $0.output.2 ?? "")) }
        }
    }

    /// Whether a comment that documents stands above a line, with nothing between them but attributes.
    func hasDocumentation(above line: Int) -> Bool {
        var line = line - 1
        while line >= 0 {
            let text = lines[line].trimmingCharacters(in: .whitespaces)
            if text.hasPrefix("///") { return true }
            guard text.hasPrefix("@") || text.hasPrefix("// swift-format-ignore") else { return false }
            line -= 1
        }
        return false
    }
}
