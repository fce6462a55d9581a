import ExchangeBytes
import Glibc

/// Small files and standard streams, written and read whole.
enum TextFile {
    static func write(_ text: String, to path: String) throws {
        try writing(to: path) { sink in
            var buffer = ByteBuffer()
            buffer.append(utf8: text)
            try sink(buffer.bytes)
        }
    }

    /// Opens a file anew, and closes it behind whoever writes to it.
    static func writing<Answer>(to path: String, _ body: ((Bytes) throws -> Void) throws -> Answer) throws -> Answer {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw Failure(cannot: "write", path) }
        defer { close(descriptor) }
        return try body { try put($0, descriptor, path) }
    }

    static func print(_ text: String) throws {
        var buffer = ByteBuffer()
        buffer.append(utf8: text)
        try put(buffer.bytes, 1, "standard output")
    }

    static func complain(_ text: String) {
        var buffer = ByteBuffer()
        buffer.append(utf8: text)
        // Nobody is left to hear that this failed.
        try? put(buffer.bytes, 2, "standard error")
    }

    /// Writes octets to an open file.
    static func put(_ bytes: Bytes, _ descriptor: Int32, _ path: String) throws {
        var written = 0
        while written < bytes.count {
            let octets = Glibc.write(descriptor, bytes.start + written, bytes.count - written)
            if octets > 0 { written += octets } else if errno != EINTR { throw Failure(cannot: "write", path) }
        }
        try Interrupted.check()
    }

    /// The first four kilobytes of a file, without the blanks at their end; empty if it cannot be read.
    static func beginning(of path: String) -> String {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return "" }
        defer { close(descriptor) }
        var text = String(
            decoding: [UInt8](unsafeUninitializedCapacity: 4096) { room, count in
                count = max(0, read(descriptor, room.baseAddress, room.count))
            }, as: UTF8.self)
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }

    /// The last line of a file, as far as it lies in the last kilobyte; empty if there is none.
    static func lastLine(of path: String) -> String {
        guard let file = try? ReadFile(path), let end = try? file.octets(from: max(0, size(path) - 1024)) else {
            return ""
        }
        return String(decoding: end, as: UTF8.self).split(separator: "\n").last.map(String.init) ?? ""
    }

    /// All that a file holds, as text; nil if it cannot be read.
    static func contents(_ path: String) -> String? {
        guard let octets = try? ReadFile(path).octets() else { return nil }
        return String(decoding: octets, as: UTF8.self)
    }

    /// How many octets a file has; none if there is none.
    static func size(_ path: String) -> Int {
        var status = stat()
        return stat(path, &status) == 0 ? Int(status.st_size) : 0
    }

    static func remove(_ path: String) { unlink(path) }
}
