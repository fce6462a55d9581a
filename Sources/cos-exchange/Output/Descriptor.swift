import ExchangeBytes
import Glibc

/// A file descriptor whose every answer is looked at.
struct Descriptor: Sendable {
    let number: Int32
    /// What to call it in a sentence: `standard output`, `'c.ics'`.
    let name: String

    static let standardInput = Descriptor(number: 0, name: "standard input")
    static let standardOutput = Descriptor(number: 1, name: "standard output")
    static let standardError = Descriptor(number: 2, name: "standard error")

    /// Keeps the first three numbers from being given to a file that is opened later.
    ///
    /// A closed one is opened the wrong way round, so that using it fails as it would have.
    static func holdStandardOnes() {
        for number in Int32(0)...2 where fcntl(number, F_GETFD) < 0 {
            _ = open("/dev/null", (number == 0 ? O_WRONLY : O_RDONLY) | O_CLOEXEC)
        }
    }

    // MARK: Writing

    func write(_ bytes: Bytes) throws(Failure) {
        var written = 0
        while written < bytes.count {
            let octets = Glibc.write(number, bytes.start + written, bytes.count - written)
            if octets > 0 {
                written += octets
            } else if octets < 0, !isWorthAnotherTry(errno, for: POLLOUT) {
                throw failure("write")
            }
        }
    }

    func write(_ text: String) throws(Failure) {
        var buffer = ByteBuffer()
        buffer.append(utf8: text)
        try write(buffer.bytes)
    }

    /// Closes it, and takes the last chance to hear that something was not written.
    func close() throws(Failure) {
        // Linux has closed it even where a signal came in between.
        if Glibc.close(number) != 0, errno != EINTR { throw failure("write") }
    }

    // MARK: Reading

    /// How many octets were read; 0 at the end.
    func read(into room: UnsafeMutableRawBufferPointer) throws(Failure) -> Int {
        while true {
            let octets = Glibc.read(number, room.baseAddress, room.count)
            if octets >= 0 { return octets }
            if !isWorthAnotherTry(errno, for: POLLIN) { throw failure("read", .noInput) }
        }
    }

    /// How many octets were read from an offset; 0 at the end.
    func read(at offset: Int, into room: UnsafeMutableRawBufferPointer) throws(Failure) -> Int {
        while true {
            let octets = pread(number, room.baseAddress, room.count, off_t(offset))
            if octets >= 0 { return octets }
            if errno != EINTR { throw failure("read", .noInput) }
        }
    }

    // MARK: Standing

    func status() throws(Failure) -> stat {
        var status = stat()
        guard fstat(number, &status) == 0 else { throw failure("read", .noInput) }
        return status
    }

    private func failure(_ deed: String, _ code: ExitCode = .inputOutput) -> Failure {
        Failure(code, cannot: deed, name, number: errno)
    }

    /// A descriptor that does not wait by itself is waited for here.
    private func isWorthAnotherTry(_ error: Int32, for event: Int32) -> Bool {
        guard error == EAGAIN || error == EWOULDBLOCK else { return error == EINTR }
        var request = pollfd(fd: number, events: Int16(event), revents: 0)
        return poll(&request, 1, -1) > 0 || errno == EINTR
    }
}

extension stat {
    /// What kind of thing it is: `S_IFREG` and the others.
    var kind: mode_t { st_mode & S_IFMT }
}
