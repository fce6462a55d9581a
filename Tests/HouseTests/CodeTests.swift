import ExchangeDiagnostics
import Testing

@Suite("The register of codes")
struct CodeTests {
    @Test("a code is the letter of its family and three digits", arguments: Code.allCases)
    func isWellFormed(_ code: Code) {
        #expect(code.rawValue.wholeMatch(of: /[A-Z][1-9][0-9]{2}/) != nil)
    }

    @Test("a slug is words with hyphens between them", arguments: Code.allCases)
    func hasSlug(_ code: Code) {
        #expect(code.slug.wholeMatch(of: /[a-z0-9]+(-[a-z0-9]+)+/) != nil)
    }

    @Test("no two codes share a slug, nor is a slug a code")
    func tellsSlugsApart() {
        let names = Code.allCases.flatMap { [$0.slug, $0.rawValue.lowercased()] }
        let twice = Dictionary(grouping: names, by: \.self).filter { $0.value.count > 1 }.keys
        #expect(twice.isEmpty, "\(twice)")
    }

    @Test("codes stand in their order, family by family")
    func standsInOrder() {
        var families: [Character] = []
        var last = ""
        for code in Code.allCases {
            guard let family = code.rawValue.first else { continue }
            if families.last != family {
                #expect(!families.contains(family), "\(code.rawValue) stands apart from its family")
                families.append(family)
                last = ""
            }
            #expect(last < code.rawValue, "\(code.rawValue) stands behind \(last)")
            last = code.rawValue
        }
    }

    @Test("a sentence begins small and ends without a full stop", arguments: Code.allCases)
    func speaks(_ code: Code) {
        #expect(!code.sentence.isEmpty)
        #expect(!code.sentence.hasSuffix("."))
    }

    @Test("a finding matters at least as much when data goes out as while somebody types", arguments: Code.allCases)
    func matters(_ code: Code) {
        #expect(code.draftSeverity <= code.severity)
    }

    @Test("every code is explained where it is declared")
    func isExplained() throws {
        let register = try #require(Tree.sources.first { $0.path.hasSuffix("ExchangeDiagnostics/Code.swift") })
        let bare = register.lines.indices.filter { line in
            register.lines[line].contains(/^\s*case \w+ = "/) && !register.hasDocumentation(above: line)
        }
        #expect(bare.isEmpty, "\(bare.map { register.lines[$0] })")
    }
}
