import Foundation

/// Python as a second opinion on JSON.
enum Python {
    /// Whether each text is JSON as strictly as RFC 7493 has it; nil, and said aloud, if there is no Python.
    static func verdicts(on texts: [[UInt8]]) -> [Bool]? {
        let input = texts.map { $0.map { String(UInt16($0) | 0x100, radix: 16).dropFirst() }.joined() + "\n" }.joined()
        guard let output = output(of: ["python3", "-c", script], input: input) else {
            FileHandle.standardError.write(Data("SKIPPED: JSON as Python reads it (python3 is not installed)\n".utf8))
            return nil
        }
        return output.split(separator: "\n").map { $0 == "1" }
    }

    private static let script = """
        import json, sys, unicodedata
        def pairs(items):
            names = [unicodedata.normalize("NFC", name) for name, _ in items]
            if len(set(names)) < len(names): raise ValueError("duplicate")
            for name, _ in items: text(name)
            return [text(value) for _, value in items]
        def text(value):
            for c in value if isinstance(value, str) else "":
                n = ord(c)
                bad = n < 32 and c not in "\\t\\n\\r" or 0xD800 <= n < 0xE000 or n & 0xFFFE == 0xFFFE or 0xFDD0 <= n < 0xFDF0
                if bad: raise ValueError("character")
            return value
        def walk(value):
            for item in value if isinstance(value, list) else []: walk(item)
            text(value)
        def refuse(word): raise ValueError(word)
        for line in sys.stdin:
            try:
                document = bytes.fromhex(line).decode("utf-8")
                if document.startswith("\\ufeff"): document = document[1:]
                walk(json.loads(document, object_pairs_hook=pairs, parse_constant=refuse, parse_int=str, parse_float=str))
                print(1)
            except (ValueError, RecursionError):
                print(0)
        """

    private static func output(of command: [String], input: String) -> String? {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = command
        let (inward, outward) = (Pipe(), Pipe())
        process.standardInput = inward
        process.standardOutput = outward
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return nil }
        let octets = Data(input.utf8)
        DispatchQueue.global().async {
            try? inward.fileHandleForWriting.write(contentsOf: octets)
            try? inward.fileHandleForWriting.close()
        }
        let answer = (try? outward.fileHandleForReading.readToEnd()) ?? Data()
        process.waitUntilExit()
        return process.terminationStatus == 0 ? String(decoding: answer, as: UTF8.self) : nil
    }
}
