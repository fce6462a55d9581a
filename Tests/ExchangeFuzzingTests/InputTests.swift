import ExchangeFuzzing
import Foundation
import Testing

@Suite("What the fuzzer feeds")
struct InputTests {
    /// A file of `Tests/Fuzzing/Inputs`, in the folder that is named for its target.
    struct Input: CustomTestStringConvertible, Sendable {
        let target: FuzzTarget
        let file: URL
        var testDescription: String { "\(target.rawValue)/\(file.lastPathComponent)" }
    }

    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Fuzzing")

    static let inputs: [Input] = FuzzTarget.allCases.flatMap { target in
        let folder = folder.appending(path: "Inputs/\(target.rawValue)")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.sorted().map { Input(target: target, file: folder.appending(path: $0)) }
    }

    @Test("breaks no law, whatever was found before", arguments: inputs)
    func holds(_ input: Input) throws {
        let octets = Array(try Data(contentsOf: input.file))
        #expect(input.target.breaches(octets) == [])
    }

    @Test("breaks no law, cut off anywhere", arguments: FuzzTarget.allCases)
    func holdsWhenCut(_ target: FuzzTarget) throws {
        let files = Self.inputs.filter { $0.target == target }
        #expect(files.count >= 20)
        for input in files {
            let octets = Array(try Data(contentsOf: input.file))
            guard octets.count <= 160 else { continue }
            for count in stride(from: 0, to: octets.count, by: 3) {
                let breaches = target.breaches(Array(octets[..<count]))
                #expect(breaches == [], "\(input.testDescription), its first \(count) octets")
            }
        }
    }

    @Test("is strewn with words that libFuzzer understands", arguments: FuzzTarget.allCases)
    func spellsWords(_ target: FuzzTarget) throws {
        let file = Self.folder.appending(path: "Dictionaries/\(target.rawValue).dict")
        let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
        #expect(lines.count > 30)
        for line in lines where !line.hasPrefix("#") {
            #expect(line.wholeMatch(of: /"(?:[^"\\]|\\x[0-9A-F]{2})+"/) != nil, "\(line)")
        }
    }
}
