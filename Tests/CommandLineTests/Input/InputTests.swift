import Foundation
import Testing

@testable import cos_exchange

@Suite("An input")
struct InputTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// All that a source yields, asked for in pieces.
    private func drain(_ source: (UnsafeMutableRawBufferPointer) throws -> Int, by count: Int = 1_000) throws -> String
    {
        var all: [UInt8] = []
        var room = [UInt8](repeating: 0, count: count)
        while true {
            let octets = try room.withUnsafeMutableBytes { try source($0) }
            if octets == 0 { return String(decoding: all, as: UTF8.self) }
            all += room.prefix(octets)
        }
    }

    private func failure(_ body: () throws -> Void) -> Failure? {
        do { try body() } catch { return error as? Failure }
        return nil
    }

    /// A named pipe that somebody writes a text into.
    private func pipe(_ text: String) throws -> String {
        let path = folder.file("pipe")
        try #require(mkfifo(path, 0o600) == 0)
        DispatchQueue.global().async {
            let handle = FileHandle(forWritingAtPath: path)
            try? handle?.write(contentsOf: Data(text.utf8))
            try? handle?.close()
        }
        return path
    }

    private static let long = String((0..<400_000).map { "\($0)," }.joined().prefix(2_200_000))

    @Test("is read as often as wanted, from any offset", arguments: ["short", long])
    func isReadAgain(_ text: String) throws {
        let input = try Input(.file(folder.write(text, to: "a")))
        #expect(input.size == text.utf8.count)
        let first = try drain(input.source())
        let second = try drain(input.source(from: 3))
        let beyond = try drain(input.source(from: text.utf8.count + 1))
        #expect(first == text)
        #expect(second == text.dropFirst(3))
        #expect(beyond == "")
        try input.checkUnchanged()
    }

    @Test("is read again also from a pipe, however much comes out", arguments: ["short", long])
    func spoolsPipes(_ text: String) throws {
        let input = try Input(.file(pipe(text)))
        #expect(input.size == nil)
        let head = try input.head()
        let first = try drain(input.source(), by: 70_000)
        let second = try drain(input.source(from: 3))
        let tail = try input.octets(at: text.utf8.count - 4, count: 100)
        #expect(head == Array(text.utf8.prefix(ContentSniff.length)))
        #expect(first == text)
        #expect(second == text.dropFirst(3))
        #expect(tail == Array(text.utf8.suffix(4)))
        #expect(try folder.names() == ["pipe"])
    }

    @Test("is found from an offset of a pipe that nobody has come to yet")
    func skipsAhead() throws {
        let input = try Input(.file(pipe(Self.long)))
        let tail = try drain(input.source(from: 1_500_000))
        #expect(tail == Self.long.dropFirst(1_500_000))
    }

    @Test("says plainly why it cannot be read")
    func explains() throws {
        let missing = failure { _ = try Input(.file(folder.file("none"))) }
        #expect(
            missing
                == Failure(.noInput, "cannot read '\(Escaped.text(folder.file("none")))': No such file or directory"))
        let directory = failure { _ = try Input(.file(folder.path)) }
        #expect(directory?.code == .noInput)
        #expect(directory?.message.contains("is a folder") == true)
        let empty = failure { _ = try Input(.file(folder.write("", to: "empty"))).head() }
        #expect(empty?.code == .dataError)
        #expect(empty?.message.hasSuffix("is empty") == true)
        guard geteuid() != 0 else { return skip("a file that may not be read", because: "the superuser may") }
        chmod(try folder.write("x", to: "secret"), 0)
        let secret = failure { _ = try Input(.file(folder.file("secret"))) }
        #expect(secret?.code == .noInput)
    }

    @Test("is no larger than it may be", arguments: [true, false])
    func keepsLimit(_ isPipe: Bool) throws {
        let text = String(repeating: "x", count: 10_000)
        let path = isPipe ? try pipe(text) : try folder.write(text, to: "a")
        let refused = failure { _ = try drain(Input(.file(path), limit: 9_999).source()) }
        #expect(refused?.code == .dataError)
        #expect(refused?.message.hasSuffix("is larger than the 9999 octets of '--max-bytes'") == true)
        let exact = try Input(.file(folder.write(text, to: "b")), limit: 10_000)
        let read = try drain(exact.source())
        #expect(read == text)
    }

    @Test("has not changed while it was read")
    func noticesChange() throws {
        let path = try folder.write("{}", to: "a")
        let input = try Input(.file(path))
        _ = try input.head()
        try folder.write("{ }", to: "b")
        let handle = try #require(FileHandle(forWritingAtPath: path))
        try handle.write(contentsOf: Data("{   }".utf8))
        try handle.close()
        let changed = failure { try input.checkUnchanged() }
        #expect(changed?.code == .dataError)
    }

    @Test("of a file that says it is empty, and is not, is read all the same")
    func readsProc() throws {
        let input = try Input(.file("/proc/self/status"))
        let head = try input.head()
        #expect(head.starts(with: Array("Name:".utf8)))
    }

    @Test("is found in the current folder when it is the only one")
    func isDiscovered() throws {
        let none = failure { _ = try InputChoice.discover(in: folder.path) }
        #expect(none?.code == .noInput)
        for name in InputChoice.names { #expect(none?.message.contains(name) == true) }
        #expect(none?.help.contains { $0.contains("--sample") } == true)
        #expect(none?.help.contains { $0.contains("init") } == true)
        try folder.write("<exchange/>", to: "exchange.xml")
        #expect(try InputChoice.discover(in: folder.path) == "exchange.xml")
        try folder.write("{}", to: "exchange.json")
        let several = failure { _ = try InputChoice.discover(in: folder.path) }
        #expect(several?.code == .usage)
        #expect(several?.message.hasSuffix("there are several: 'exchange.json', 'exchange.xml'") == true)
        unlink(folder.file("exchange.xml"))
        let found = try InputChoice.discover(in: folder.path)
        #expect(found == "exchange.json")
    }

    @Test("that is named goes before what is piped in, and the sample goes with neither")
    func isChosen() throws {
        let named = try InputChoice(named: "p.json", sample: false)
        let dash = try InputChoice(named: "-", sample: false)
        let sample = try InputChoice(named: nil, sample: true)
        #expect(named == .file("p.json"))
        #expect(dash == .standardInput)
        #expect(sample == .sample)
        #expect(throws: UsageError.self) { try InputChoice(named: "p.json", sample: true) }
        let read = try drain(Input(.sample).source())
        #expect(read.hasPrefix("{"))
    }
}
