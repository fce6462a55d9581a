import ExchangeBytes
import Foundation
import Testing

@testable import cos_exchange

@Suite("An output that is no file")
struct OutputTests {
    @Test("is written straight into a device, which stays what it is")
    func writesToDevices() throws {
        let output = try Output("/dev/null")
        #expect(!output.isAtomic)
        try output.write(String(repeating: "x", count: 100_000))
        try output.commit()
        var status = stat()
        #expect(stat("/dev/null", &status) == 0)
        #expect(status.kind == S_IFCHR)
    }

    @Test("says that a device is full")
    func reportsFullDevice() throws {
        let output = try Output("/dev/full")
        do {
            try output.write("x")
            try output.commit()
            Issue.record("nothing was said")
        } catch {
            #expect(error.code == .inputOutput)
            #expect(error.message == "cannot write '/dev/full': No space left on device")
        }
    }

    @Test("is written into a named pipe, which stays what it is")
    func writesToPipes() throws {
        let folder = try TemporaryFolder()
        let path = folder.file("pipe")
        try #require(mkfifo(path, 0o600) == 0)
        // Opened for both, so that neither side waits for the other.
        let reader = open(path, O_RDWR | O_NONBLOCK)
        defer { close(reader) }
        let output = try Output(path)
        try output.write("through")
        try output.commit()
        var room = [UInt8](repeating: 0, count: 16)
        let count = read(reader, &room, room.count)
        #expect(String(decoding: room.prefix(count), as: UTF8.self) == "through")
        #expect(try folder.names() == ["pipe"])
    }

    @Test("hands on every octet in order, however it comes in pieces")
    func keepsOrder() throws {
        let folder = try TemporaryFolder()
        var expected = ""
        let output = try Output(folder.file("a"))
        for count in [0, 1, 10, 40_000, 30_000, 70_000, 5, 65_536, 1, 32_768] {
            let piece = String(repeating: Character(Unicode.Scalar(UInt8(97 + expected.count % 26))), count: count)
            expected += piece
            try output.write(piece)
        }
        try output.commit()
        let written = try folder.read("a")
        #expect(written == expected)
    }

    @Test("waits for a slow reader that may not be waited for")
    func waitsForReaders() throws {
        var ends: [Int32] = [0, 0]
        try #require(pipe(&ends) == 0)
        _ = fcntl(ends[1], F_SETFL, O_NONBLOCK)
        let reader = ends[0]
        let counted = DispatchQueue(label: "reader")
        nonisolated(unsafe) var total = 0
        counted.async {
            var room = [UInt8](repeating: 0, count: 4_096)
            while case let count = read(reader, &room, room.count), count > 0 { total += count }
        }
        let writer = Descriptor(number: ends[1], name: "the pipe")
        try writer.write(String(repeating: "x", count: 1_000_000))
        try writer.close()
        counted.sync {}
        #expect(total == 1_000_000)
        close(reader)
    }
}
