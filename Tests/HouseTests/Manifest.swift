import Foundation

/// The targets that `Package.swift` declares, and what each may import.
enum Manifest {
    /// What each target declares, by the names that `import` uses.
    static let dependencies: [String: Set<String>] = {
        let manifest = Tree.files.first { $0.path == "Package.swift" }
        let text = manifest?.lines.joined(separator: "\n") ?? ""
        var found: [String: Set<String>] = [:]
        for target in text.matches(of: /\.(?:target|executableTarget|testTarget|systemLibrary)\(\s*name: "([^"]+)"/) {
            // A declaration reaches up to its closing parenthesis; only `.apt([…])` has any within it.
            let rest = text[target.range.upperBound...]
            let declaration = rest[..<(rest.firstRange(of: /\n        \./)?.lowerBound ?? rest.endIndex)]
            let names = declaration.firstMatch(of: /dependencies: \[([^\]]*)\]/)?.output.1 ?? ""
            found[String(target.output.1)] = Set(names.matches(of: /"([^"]+)"/).map { module(String($0.output.1)) })
        }
        return found
    }()

    /// The modules of the package.
    static var modules: Set<String> { Set(dependencies.keys.map(module)) }

    /// What `import` calls a target.
    static func module(_ target: String) -> String { target.replacingOccurrences(of: "-", with: "_") }

    /// How high a module lies: it may import only what lies lower. Nil for tests, which may import all of them.
    static func floor(_ module: String) -> Int? {
        switch module {
        case "CLibXML2", "ExchangeBytes": 0
        case "ExchangeDiagnostics": 1
        case "ExchangeSyntax", "ExchangeModel": 2
        case "ExchangeFormats", "ExchangeRules": 3
        case "CosExchange": 4
        case "cos_exchange", "foundation_peer", "ExchangeFuzzing": 5
        case "exchange_benchmark": 6
        default: nil
        }
    }
}

extension Tree.File {
    /// The modules that the file imports.
    var imports: [String] {
        lines.compactMap { line in
            guard line.contains("import") else { return nil }
            let pattern =
                /^\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:(?:public|package|internal|private|fileprivate)\s+)?import\s+(?:(?:struct|class|enum|protocol|func|var|let|typealias)\s+)?(\w+)/
            return line.firstMatch(of: pattern).map { String($0.output.1) }
        }
    }
}
