import Foundation

/// Says aloud that something was not tried.
func skip(_ what: String, _ peer: String) {
    FileHandle.standardError.write(Data("SKIPPED: \(what) (\(peer) is not installed)\n".utf8))
}

/// What a program on the machine prints, or nil if it is not there or fails.
func output(of program: String, _ arguments: [String], input: String = "") -> String? {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [program] + arguments
    process.environment = ProcessInfo.processInfo.environment.merging(["LC_ALL": "C", "PYTHONUTF8": "1"]) { $1 }
    let (inward, outward) = (Pipe(), Pipe())
    process.standardInput = inward
    process.standardOutput = outward
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return nil }
    let text = Data(input.utf8)
    DispatchQueue.global().async {
        try? inward.fileHandleForWriting.write(contentsOf: text)
        try? inward.fileHandleForWriting.close()
    }
    let octets = (try? outward.fileHandleForReading.readToEnd()) ?? Data()
    process.waitUntilExit()
    return process.terminationStatus == 0 ? String(decoding: octets, as: UTF8.self) : nil
}
