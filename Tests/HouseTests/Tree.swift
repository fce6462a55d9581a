import Foundation

/// The files of the project.
enum Tree {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// A file, named from the root.
    struct File: CustomStringConvertible {
        let path: String
        let lines: [String]

        var description: String { path }
        /// The target it belongs to: `ExchangeModel`.
        var target: String { path.split(separator: "/").dropFirst().first.map(String.init) ?? "" }
        var isSource: Bool { path.hasPrefix("Sources/") }

        /// The lines that a pattern is found in, as `path:line: text`.
        func places(_ pattern: NSRegularExpression) -> [String] {
            lines.enumerated().filter { pattern.isFound(in: $0.element) }
                .map { "\(path):\($0.offset + 1): \($0.element.trimmingCharacters(in: .whitespaces))" }
        }
    }

    /// The text files of the project, but for what building and version control keep beside them.
    static let files: [File] = {
        let keys: [URLResourceKey] = [.isRegularFileKey]
        let walk = FileManager.default.enumerator(at: root, includingPropertiesForKeys: keys)
        var files: [File] = []
        while let url = walk?.nextObject() as? URL {
            if [".build", ".git"].contains(url.lastPathComponent) {
                walk?.skipDescendants()
                continue
            }
            guard (try? url.resourceValues(forKeys: Set(keys)).isRegularFile) == true,
                let text = try? String(contentsOf: url, encoding: .utf8)
            else { continue }
            let path = String(url.standardizedFileURL.path.dropFirst(root.standardizedFileURL.path.count + 1))
            var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            if lines.last == "" { lines.removeLast() }
            files.append(File(path: path, lines: lines))
        }
        return files.sorted { $0.path < $1.path }
    }()

    static var swift: [File] {
        files.filter { ($0.isSource || $0.path.hasPrefix("Tests/")) && $0.path.hasSuffix(".swift") }
    }

    static var sources: [File] { swift.filter(\.isSource) }
}

extension NSRegularExpression {
    /// Whether a text holds what is looked for.
    func isFound(in text: String) -> Bool {
        firstMatch(in: text, range: NSRange(text.startIndex..., in: text)) != nil
    }
}
