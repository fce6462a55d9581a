import Foundation

/// The exchanges that come with the project.
enum Fixture {
    static let names = [
        "aswan-2026", "carrara-2020", "carrara-2026", "dakar-2026", "guangzhou-2026", "open-studios",
    ]

    static func path(_ name: String) -> String {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../Fixtures/\(name)/exchange.json").standardizedFileURL.path
    }

    static func text(_ name: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(fileURLWithPath: path(name))), as: UTF8.self)
    }
}

extension String {
    /// The lines of a calendar, unfolded.
    var contentLines: [String] {
        replacing("\r\n ", with: "").split(separator: "\r\n").map(String.init)
    }
}
