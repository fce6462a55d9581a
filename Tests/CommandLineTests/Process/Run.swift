import Foundation

/// One run of the tool that was built with these tests.
struct Run {
    let code: Int32
    /// Whether a signal ended it; `code` is then the signal's number.
    let wasKilled: Bool
    let output: Data
    let errors: String

    var text: String { String(decoding: output, as: UTF8.self) }

    /// The tool, which lies beside the test bundle.
    static let tool: URL = {
        var folder = URL(fileURLWithPath: CommandLine.arguments.first ?? "").deletingLastPathComponent()
        for _ in 0..<6 {
            let candidate = folder.appendingPathComponent("cos-exchange")
            if FileManager.default.isExecutableFile(atPath: candidate.path) { return candidate }
            folder.deleteLastPathComponent()
        }
        return Bundle.main.bundleURL.deletingLastPathComponent().appendingPathComponent("cos-exchange")
    }()

    /// Runs it. Standard input is empty, or the text.
    init(
        _ arguments: [String], in folder: TemporaryFolder? = nil, input: String? = nil,
        environment: [String: String] = [:]
    ) throws {
        try self.init(Self.tool, arguments, in: folder, input: input, environment: environment)
    }

    /// Runs a line of the shell, in which `$TOOL` is the tool.
    init(shell line: String, in folder: TemporaryFolder? = nil, environment: [String: String] = [:]) throws {
        try self.init(
            URL(fileURLWithPath: "/bin/bash"), ["-c", line], in: folder, input: nil,
            environment: environment.merging(["TOOL": Self.tool.path]) { $1 })
    }

    private init(
        _ executable: URL, _ arguments: [String], in folder: TemporaryFolder?, input: String?,
        environment: [String: String]
    ) throws {
        let scratch = try TemporaryFolder()
        let process = Process()
        process.executableURL = executable
        process.arguments = arguments
        process.environment = ["PATH": "/usr/bin:/bin"].merging(environment) { $1 }
        process.currentDirectoryURL = URL(fileURLWithPath: folder?.path ?? scratch.path)
        process.standardInput = FileHandle.nullDevice
        if let input { process.standardInput = FileHandle(forReadingAtPath: try scratch.write(input, to: "in")) }
        // Files, not pipes: whatever comes out, nobody waits for anybody.
        for name in ["out", "err"] { try scratch.write("", to: name) }
        let (out, err) = (
            FileHandle(forWritingAtPath: scratch.file("out")), FileHandle(forWritingAtPath: scratch.file("err"))
        )
        process.standardOutput = out
        process.standardError = err
        // The threads that tests run on hear no signals, and a process would inherit that.
        var (none, present) = (sigset_t(), sigset_t())
        sigemptyset(&none)
        pthread_sigmask(SIG_SETMASK, &none, &present)
        defer { pthread_sigmask(SIG_SETMASK, &present, nil) }
        try process.run()
        // Whatever goes wrong, no test waits for ever.
        let patience = DispatchWorkItem { process.terminate() }
        DispatchQueue.global().asyncAfter(deadline: .now() + 120, execute: patience)
        process.waitUntilExit()
        patience.cancel()
        try out?.close()
        try err?.close()
        code = process.terminationStatus
        wasKilled = process.terminationReason == .uncaughtSignal
        output = try Data(contentsOf: URL(fileURLWithPath: scratch.file("out")))
        errors = try scratch.read("err")
    }
}
