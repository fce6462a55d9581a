import Foundation

/// An exchange that lies in the project's `Fixtures`.
enum Fixture {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    static func octets(_ path: String) throws -> [UInt8] {
        Array(try Data(contentsOf: root.appending(path: "Fixtures/\(path)")))
    }

    /// The names of the files in a folder of the project.
    static func files(in folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path())
    }
}
