import ExchangeFormats
import Foundation
import Testing

/// Another program reads the XML that we write.
@Suite struct XMLLintTests {
    @Test("xmllint finds nothing wrong with what is written")
    func accepts() throws {
        guard Self.lint(["--version"]) != nil else {
            FileHandle.standardError.write(Data("SKIPPED: XML as xmllint reads it (xmllint is not installed)\n".utf8))
            return
        }
        let folder = FileManager.default.temporaryDirectory.appending(path: "lint-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        var paths: [String] = []
        func write(_ octets: [UInt8]) throws {
            paths.append(folder.appending(path: "\(paths.count).xml").path)
            try Data(octets).write(to: URL(filePath: paths[paths.count - 1]))
        }
        for path in Fixture.exchanges {
            try write(XMLConversion(try Fixture.octets(path), from: .json, to: .xml).output)
        }
        try GeneratedCases.check("xmllint", oneIn: 5) { document in
            try write(XMLConversion(document.octets, from: .json, to: .xml).output)
            return nil
        }
        #expect(paths.count == Fixture.exchanges.count + GeneratedCases.count(oneIn: 5))
        for first in stride(from: 0, to: paths.count, by: 500) {
            let complaints = Self.lint(["--noout", "--nonet"] + paths[first..<min(first + 500, paths.count)])
            #expect(complaints == "")
        }
    }

    /// What xmllint complains of; nil if there is no xmllint.
    private static func lint(_ arguments: [String]) -> String? {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["xmllint"] + arguments
        let output = Pipe()
        process.standardError = output
        process.standardOutput = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return nil }
        let octets = (try? output.fileHandleForReading.readToEnd()) ?? Data()
        process.waitUntilExit()
        return process.terminationStatus == 127 ? nil : String(decoding: octets, as: UTF8.self)
    }
}
