import Foundation
import Testing

@Suite("The articles on the library")
struct ArticleTests {
    private static let folder = "Sources/CosExchange/CosExchange.docc/"
    private static let landing = folder + "CosExchange.md"

    /// The articles, without the page that lists them.
    private static let articles = Tree.files.filter { file in
        file.path.hasPrefix(folder) && file.path.hasSuffix(".md") && file.path != landing
    }

    private static let tests = Tree.files.filter { $0.path.hasPrefix("Tests/CosExchangeTests/Articles/") }

    @Test("there is an article for each job, and the page that lists them names each")
    func lists() throws {
        let page = try #require(Tree.files.first { $0.path == Self.landing })
        let named = page.lines.filter { $0.hasPrefix("- <doc:") }.map { String($0.dropFirst(7).dropLast()) }
        #expect(Self.articles.count >= 9)
        #expect(named.sorted() == Self.articles.map(\.name))
    }

    @Test("every article holds code, and all of it stands in its test", arguments: articles.map(\.name))
    func runs(_ name: String) throws {
        let article = try #require(Self.articles.first { $0.name == name })
        let test = try #require(Self.tests.first { $0.name == name + "Tests" }, "\(name) has no test")
        let blocks = article.blocks("swift")
        #expect(!blocks.isEmpty)
        #expect(blocks.count == Set(blocks).count)
        for block in blocks { #expect(test.listings.contains(block), "\(name):\n\(block.joined(separator: "\n"))") }
        let unused = test.listings.filter { !blocks.contains($0) }
        #expect(unused.isEmpty, "\(unused.map { $0.joined(separator: "\n") })")
    }

    @Test("the code of the README stands in a test")
    func runsReadme() throws {
        let readme = try #require(Tree.files.first { $0.path == "README.md" })
        let test = try #require(Self.tests.first { $0.name == "ReadmeTests" })
        let blocks = readme.blocks("swift").map { block in
            Array(block.drop { $0.hasPrefix("import ") || $0.isEmpty })
        }
        #expect(!blocks.isEmpty)
        for block in blocks { #expect(test.listings.contains(block), "\(block.joined(separator: "\n"))") }
        #expect(test.listings.count == blocks.count)
    }

    @Test("an article leads only to articles that there are")
    func links() {
        let names = Set(Self.articles.map(\.name))
        for article in Self.articles {
            for line in article.lines {
                for link in line.matches(of: /<doc:([^>]*)>/) {
                    #expect(names.contains(String(link.output.1)), "\(article): \(link.output.0)")
                }
            }
        }
    }

    @Test("blocks and listings are found, whatever their indentation")
    func findsCode() {
        let article = Tree.File(
            path: "A.md", lines: ["```swift", "if a {", "    b()", "}", "```", "```sh", "c", "```"])
        let test = Tree.File(
            path: "ATests.swift",
            lines: ["    // listing", "    if a {", "        b()", "    }", "    // end of listing", "    d()"])
        #expect(article.blocks("swift") == [["if a {", "    b()", "}"]])
        #expect(test.listings == article.blocks("swift"))
    }
}

extension Tree.File {
    /// The name of the file without its folder and its ending.
    fileprivate var name: String { URL(filePath: path).deletingPathExtension().lastPathComponent }

    /// The fenced blocks of a language.
    fileprivate func blocks(_ language: String) -> [[String]] {
        parts(from: { $0 == "```" + language }, to: { $0 == "```" })
    }

    /// What stands between the marks of a listing, without the indentation that all of it has.
    fileprivate var listings: [[String]] {
        func mark(_ text: String) -> (String) -> Bool {
            { $0.trimmingCharacters(in: .whitespaces) == text }
        }
        return parts(from: mark("// listing"), to: mark("// end of listing")).map { lines in
            let indentation = lines.filter { !$0.isEmpty }.map { $0.prefix { $0 == " " }.count }.min() ?? 0
            return lines.map { String($0.dropFirst(indentation)) }
        }
    }

    /// The lines between each that begins a part and the next that ends it.
    private func parts(from isBeginning: (String) -> Bool, to isEnd: (String) -> Bool) -> [[String]] {
        var parts: [[String]] = []
        var isInside = false
        for line in lines {
            if isInside, isEnd(line) {
                isInside = false
            } else if isInside {
                parts[parts.count - 1].append(line)
            } else if isBeginning(line) {
                isInside = true
                parts.append([])
            }
        }
        return parts
    }
}
