import ExchangeBytes
import ExchangeSyntax
import Glibc

/// Where a result goes: to standard output, straight into a device or a named pipe, or to a file that is replaced as a
/// whole at the end.
final class Output {
    private enum Goal {
        case stream(Descriptor)
        /// A stream that gets nothing before all of it has been written: until then it is in a temporary file.
        case held(Descriptor, for: Descriptor)
        case file(AtomicFile)
    }

    /// As the user named it; nil for standard output.
    let path: String?
    private let goal: Goal
    private var pending = ByteBuffer(capacity: 64 << 10)

    /// `-` and nil are standard output. `mode` is for a file that is not there yet. What is held back is seen by nobody
    /// before the end, whatever it goes to.
    init(_ path: String?, mode: mode_t = 0o666, isHeld: Bool = false) throws(Failure) {
        self.path = path
        func stream(_ descriptor: Descriptor) throws(Failure) -> Goal {
            isHeld ? .held(try .temporary("the temporary copy of the output"), for: descriptor) : .stream(descriptor)
        }
        guard let path, !["-", "/dev/stdout", "/dev/fd/1"].contains(path) else {
            goal = try stream(.standardOutput)
            return
        }
        var status = stat()
        if stat(path, &status) == 0, status.kind == S_IFCHR || status.kind == S_IFIFO {
            let name = "'\(Escaped.text(path))'"
            let number = open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY)
            guard number >= 0 else { throw Failure(.cannotCreate, cannot: "write", name, number: errno) }
            goal = try stream(Descriptor(number: number, name: name))
        } else {
            goal = .file(try AtomicFile(path, at: FilePlace(path), mode: mode))
        }
    }

    /// The path of a file in a folder.
    static func path(of name: String, in folder: String) -> String {
        folder + (folder.hasSuffix("/") ? "" : "/") + name
    }

    /// Whether nothing is seen of the result before all of it has been written.
    var isAtomic: Bool { if case .stream = goal { false } else { true } }

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
        case .held(let copy, let descriptor):
            try Self.pass(from: copy, to: descriptor)
            close(copy.number)
            try descriptor.close()
        case .file(let file): try file.commit()
        }
    }

    /// What has been written, for somebody who wants to read it before it is seen; nil where it has gone already.
    func written() throws(Failure) -> ByteInput? {
        try flush()
        let descriptor: Descriptor
        switch goal {
        case .stream: return nil
        case .held(let copy, _): descriptor = copy
        case .file(let file): descriptor = file.descriptor
        }
        // What is read keeps the output, and with it the file, from going away.
        return ByteInput { [self] offset in
            var offset = offset
            return { room in
                let octets = try withExtendedLifetime(self) { try descriptor.read(at: offset, into: room) }
                offset += octets
                return octets
            }
        }
    }

    private static func pass(from copy: Descriptor, to target: Descriptor) throws(Failure) {
        var buffer = ByteBuffer(capacity: 64 << 10)
        var offset = 0
        while true {
            buffer.removeAll()
            let octets = try copy.read(
                at: offset, into: UnsafeMutableRawBufferPointer(start: buffer.tail, count: 64 << 10))
            if octets == 0 { return }
            buffer.advance(by: octets)
            try target.write(buffer.bytes)
            offset += octets
        }
    }

    private func pass(_ bytes: Bytes) throws(Failure) {
        switch goal {
        case .stream(let descriptor), .held(let descriptor, _): try descriptor.write(bytes)
        case .file(let file): try file.write(bytes)
        }
    }
}
