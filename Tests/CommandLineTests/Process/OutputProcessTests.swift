import Foundation
import Testing

@testable import cos_exchange

@Suite("What becomes of the output")
struct OutputProcessTests {
    private let folder: TemporaryFolder
    private static let sample = String(decoding: Sample.octets, as: UTF8.self)

    init() throws {
        folder = try TemporaryFolder()
        try folder.write(Self.sample, to: "exchange.json")
        chmod(folder.file("exchange.json"), 0o640)
    }

    /// An exchange of many octets, so that writing it takes a while.
    private func writeLargeExchange() throws {
        let place = """
            {"id": "p-%d", "name": {"it": "Studio numero %d"}, "kind": "studio", "city": "c", "precision": "city", "access": "open"}
            """
        let places = (0..<20_000).map { place.replacing("%d", with: "\($0)") }.joined(separator: ",\n")
        try folder.write("{\"format\": \"cos-exchange\", \"places\": [\n\(places)\n]}", to: "large.json")
    }

    @Test("written over its own input, is the same octets with the same date")
    func isWrittenOverItself() throws {
        let before = try FileManager.default.attributesOfItem(atPath: folder.file("exchange.json"))
        let run = try Run(["convert", "exchange.json", "-o", "exchange.json"], in: folder)
        let after = try FileManager.default.attributesOfItem(atPath: folder.file("exchange.json"))
        #expect(run.code == 0)
        #expect(try folder.read("exchange.json") == Self.sample)
        #expect(before[.modificationDate] as? Date == after[.modificationDate] as? Date)
        #expect(before[.systemFileNumber] as? Int == after[.systemFileNumber] as? Int)
        #expect(after[.posixPermissions] as? Int == 0o640)
    }

    @Test(
        "into a full device is an error in one sentence",
        arguments: [
            "$TOOL convert -f json --sample > /dev/full", "$TOOL convert -f json --sample -o /dev/full",
            "$TOOL --version > /dev/full", "$TOOL --help > /dev/full", "$TOOL formats > /dev/full",
            "$TOOL validate --sample > /dev/full",
        ])
    func reportsFullDevice(_ line: String) throws {
        let run = try Run(shell: line)
        #expect(run.code == 74)
        #expect(run.errors.hasSuffix(": No space left on device\n"))
        #expect(run.errors.split(separator: "\n").count == 1)
    }

    @Test(
        "into a closed descriptor is an error in one sentence",
        arguments: [
            "$TOOL convert -f json --sample >&-", "$TOOL --version >&-", "$TOOL convert -f json exchange.json >&- <&-",
        ])
    func reportsClosedDescriptor(_ line: String) throws {
        let run = try Run(shell: line, in: folder)
        #expect(run.code == 74)
        #expect(run.errors == "Error: cannot write standard output: Bad file descriptor\n")
        #expect(try folder.read("exchange.json") == Self.sample)
    }

    @Test("into a file needs no standard output")
    func needsNoStandardOutput() throws {
        let run = try Run(shell: "$TOOL convert exchange.json -o out.json >&- 2>&- <&-", in: folder)
        #expect(run.code == 0)
        #expect(try folder.read("out.json") == Self.sample)
    }

    @Test("that nobody reads any more ends the tool without a word")
    func endsQuietly() throws {
        try writeLargeExchange()
        let run = try Run(
            shell: "$TOOL convert -f json large.json | head -1 > first; echo ${PIPESTATUS[0]}", in: folder)
        #expect(run.text == "141\n")
        #expect(run.errors == "")
        #expect(try folder.read("first") == "{\n")
        let ignored = try Run(
            shell: "trap '' PIPE; $TOOL convert -f json large.json | head -1 > first; echo ${PIPESTATUS[0]}", in: folder
        )
        #expect(ignored.text == "141\n")
        #expect(ignored.errors == "")
    }

    @Test("beyond the limit of a file's size is an error, and leaves nothing behind")
    func reportsFileLimit() throws {
        try writeLargeExchange()
        let run = try Run(shell: "ulimit -f 64; $TOOL convert large.json -o out.json", in: folder)
        #expect(run.code == 74)
        #expect(run.errors == "Error: cannot write 'out.json': File too large\n")
        #expect(try folder.names() == ["exchange.json", "large.json"])
    }

    @Test(
        "is given up with everything tidied away when a signal comes",
        arguments: [(SIGINT, 130), (SIGTERM, 143), (SIGHUP, 129)] as [(Int32, Int32)])
    func tidiesUp(_ signal: Int32, _ code: Int32) throws {
        try #require(mkfifo(folder.file("pipe"), 0o600) == 0)
        // Job control, because a background job of a shell without it is told to ignore Ctrl-C.
        let run = try Run(
            shell: """
                set -m
                (cat exchange.json; sleep 30) > pipe & writer=$!
                $TOOL convert -f json pipe --from json -o out.json & tool=$!
                for try in {1..200}; do ls -A | grep -q cos-exchange-tmp && break; sleep 0.05; done
                kill -\(signal) $tool
                wait $tool
                echo $?
                kill -- -$writer
                """, in: folder)
        #expect(run.text == "\(code)\n")
        #expect(try folder.names() == ["exchange.json", "pipe"])
    }

    @Test("is the old or the new, never a part, however often the tool is killed")
    func survivesKills() throws {
        try writeLargeExchange()
        try folder.write("old", to: "out.json")
        let expected = try Run(["convert", "-f", "json", "large.json"], in: folder).text
        // The moments lie closest where the file is written and takes its place.
        let run = try Run(
            shell: """
                started=$EPOCHREALTIME
                $TOOL convert large.json -o probe.json
                whole=$(( ${EPOCHREALTIME/./} - ${started/./} ))
                for round in {1..100}; do
                    $TOOL convert large.json -o out.json & tool=$!
                    sleep $(printf '%d.%06d' 0 $(( whole * (round + 5) / 100 % 999999 )))
                    kill -9 $tool 2>/dev/null
                    wait $tool
                    echo $(ls -A | grep -c cos-exchange-tmp) $(wc -c < out.json)
                done
                """, in: folder)
        let rounds = run.text.split(separator: "\n").map { $0.split(separator: " ").compactMap { Int($0) } }
        #expect(rounds.count == 100)
        #expect(rounds.allSatisfy { $0.count == 2 && $0[0] <= 1 })
        #expect(rounds.allSatisfy { $0.count == 2 && ($0[1] == 3 || $0[1] == expected.utf8.count) })
        let content = try folder.read("out.json")
        #expect(content == "old" || content == expected)
        let last = try Run(["convert", "large.json", "-o", "out.json"], in: folder)
        #expect(last.code == 0)
        #expect(try folder.names() == ["exchange.json", "large.json", "out.json", "probe.json"])
    }

    @Test("cannot take the place of a folder, nor come where there is none", arguments: ["folder", "none/out.json"])
    func refusesPlaces(_ path: String) throws {
        try FileManager.default.createDirectory(atPath: folder.file("folder"), withIntermediateDirectories: false)
        let run = try Run(["convert", "-f", "json", "exchange.json", "-o", path], in: folder)
        #expect(run.code == 73)
        #expect(run.errors.hasPrefix("Error: "))
    }
}
