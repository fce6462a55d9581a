import ExchangeBytes
import Glibc

/// Where a result goes: to standard output, straight into a device or a named pipe, or to a file that is replaced as a
/// whole at the end.
final class Output {
    private enum Goal {
        case stream(Descriptor)
        case file(AtomicFile)
    }

    private let goal: Goal
    private var pending = ByteBuffer(capacity: 64 << 10)

    /// `-` and nil are standard output. `mode` is for a file that is not there yet.
    init(_ path: String?, mode: mode_t = 0o666) throws(Failure) {
        guard let path, !["-", "/dev/stdout", "/dev/fd/1"].contains(path) else {
            goal = .stream(.standardOutput)
            return
        }
        var status = stat()
        if stat(path, &status) == 0, status.kind == S_IFCHR || status.kind == S_IFIFO {
            let name = "'\(Escaped.text(path))'"
            let number = open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY)
            guard number >= 0 else { throw Failure(.cannotCreate, cannot: "write", name, number: errno) }
            goal = .stream(Descriptor(number: number, name: name))
        } else {
            goal = .file(try AtomicFile(path, at: FilePlace(path), mode: mode))
        }
    }

    /// The path of a file in a folder.
    static func path(of name: String, in folder: String) -> String {
        folder + (folder.hasSuffix("/") ? "" : "/") + name
    }

    /// Whether nothing is seen of the result before all of it has been written.
    var isAtomic: Bool { if case .file = goal { true } else { false } }

    func write(_ bytes: Bytes) throws(Failure) {
        if pending.count + bytes.count > 64 << 10 {
            try flush()
            if bytes.count >= 32 << 10 { return try pass(bytes) }
        }
        pending.append(bytes, paddedTo: bytes.count)
    }

    func write(_ text: String) throws(Failure) {
        var buffer = ByteBuffer(capacity: text.utf8.count)
        buffer.append(utf8: text)
        try write(buffer.bytes)
    }

    /// Hands on what has been held back for the sake of larger writes.
    func flush() throws(Failure) {
        if pending.isEmpty { return }
        try pass(pending.bytes)
        pending.removeAll()
    }

    /// Does all of the ending that may fail, so that several results come into their places together.
    func prepare() throws(Failure) {
        try flush()
        if case .file(let file) = goal { try file.prepare() }
    }

    /// Ends the result. Without it a file stays as it was.
    func commit() throws(Failure) {
        try flush()
        switch goal {
        case .stream(let descriptor): try descriptor.close()
        case .file(let file): try file.commit()
        }
    }

    private func pass(_ bytes: Bytes) throws(Failure) {
        switch goal {
        case .stream(let descriptor): try descriptor.write(bytes)
        case .file(let file): try file.write(bytes)
        }
    }
}
