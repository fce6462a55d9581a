import ExchangeFormats
import Foundation
import Testing

@testable import cos_exchange

@Suite("The completion script")
struct CompletionScriptTests {
    @Test("is one that the shell can read", arguments: CompletionScript.allCases)
    func isReadable(_ shell: CompletionScript) throws {
        let places = ["/bin/\(shell)", "/usr/bin/\(shell)"]
        guard let path = places.first(where: FileManager.default.isExecutableFile(atPath:)) else {
            return skip("the completion script for \(shell)", because: "\(shell) is not installed")
        }
        let folder = try TemporaryFolder()
        let script = try folder.write(shell.text(for: Tool.command), to: "script")
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = ["-n", script]
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
    }

    @Test("offers every subcommand, option and value", arguments: CompletionScript.allCases)
    func isComplete(_ shell: CompletionScript) {
        let text = shell.text(for: Tool.command)
        for command in Tool.command.subcommands {
            #expect(text.contains(command.name))
            for option in command.visibleOptions { #expect(text.contains(option.name)) }
        }
        for format in Format.allCases { #expect(text.contains(format.rawValue)) }
    }

    @Test("completes in bash")
    func completesInBash() throws {
        let folder = try TemporaryFolder()
        let script = try folder.write(CompletionScript.bash.text(for: Tool.command), to: "script")
        for (words, expected) in [
            (["cos-exchange", "exp"], "export"), (["cos-exchange", "export", "--format", "i"], "ics"),
            (["cos-exchange", "validate", "--rep"], "--report"), (["cos-exchange", "export", "-f", "nd"], "ndjson"),
        ] {
            let process = Process()
            let pipe = Pipe()
            process.executableURL = URL(fileURLWithPath: "/bin/bash")
            let line = words.map { "'\($0)'" }.joined(separator: " ")
            process.arguments = [
                "-c",
                "source '\(script)'; COMP_WORDS=(\(line)); COMP_CWORD=\(words.count - 1); _cos_exchange; echo ${COMPREPLY[*]}",
            ]
            process.standardOutput = pipe
            try process.run()
            let answer = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
            process.waitUntilExit()
            #expect(answer == expected + "\n")
        }
    }
}
