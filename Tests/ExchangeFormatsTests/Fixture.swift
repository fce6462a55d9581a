import Foundation
import Testing

/// An exchange that lies in the project's `Fixtures`.
enum Fixture {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Fixtures")

    static func octets(_ path: String) throws -> [UInt8] { Array(try Data(contentsOf: root.appending(path: path))) }

    static func sample() throws -> [UInt8] { try octets("sample/exchange.json") }
}
