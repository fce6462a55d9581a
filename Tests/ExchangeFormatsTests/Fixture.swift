import Foundation
import Testing

/// An exchange that lies in the project's `Fixtures`.
enum Fixture {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Fixtures")

    static func octets(_ path: String) throws -> [UInt8] { Array(try Data(contentsOf: root.appending(path: path))) }

    /// The path of every exchange in JSON.
    static var exchanges: [String] {
        let folders = (try? FileManager.default.contentsOfDirectory(atPath: root.path())) ?? []
        return folders.sorted().map { "\($0)/exchange.json" }.filter {
            FileManager.default.fileExists(atPath: root.appending(path: $0).path())
        }
    }

    static func sample() throws -> [UInt8] { try octets("sample/exchange.json") }
}
