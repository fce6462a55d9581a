import ExchangeBytes
import Glibc

/// What comes out of a pipe, kept while it is read so that it can be read again.
///
/// The first mebibyte stays in memory; what is behind goes to a file without a name in the folder for temporary files.
final class Spool {
    private let descriptor: Descriptor
    private let room: Int
    private var memory: [UInt8] = []
    private var file: Descriptor?
    /// How many octets are kept.
    private(set) var count = 0

    init(_ descriptor: Descriptor, memory: Int = 1 << 20) {
        self.descriptor = descriptor
        room = memory
    }

    deinit {
        if let file { close(file.number) }
        if descriptor.number > 2 { close(descriptor.number) }
    }

    /// Reads from an offset: what is kept, or what comes next.
    func read(at offset: Int, into target: UnsafeMutableRawBufferPointer) throws(Failure) -> Int {
        if offset < memory.count {
            let octets = min(target.count, memory.count - offset)
            memory.withUnsafeBytes {
                target.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[offset..<offset + octets]))
            }
            return octets
        }
        if offset < count, let file {
            let octets = min(target.count, count - offset)
            let part = UnsafeMutableRawBufferPointer(rebasing: target[..<octets])
            return try file.read(at: offset - memory.count, into: part)
        }
        let start = count
        let octets = try descriptor.read(into: target)
        try keep(UnsafeRawBufferPointer(rebasing: target[..<octets]))
        // What came may be from before the offset, and the offset farther on than what came.
        return octets == 0 || start == offset ? octets : try read(at: offset, into: target)
    }

    private func keep(_ octets: UnsafeRawBufferPointer) throws(Failure) {
        let inMemory = file == nil ? min(octets.count, room - memory.count) : 0
        memory.append(contentsOf: octets[..<inMemory])
        if inMemory < octets.count, let start = octets.baseAddress {
            let target: Descriptor
            if let file { target = file } else { target = try Self.temporary() }
            file = target
            try target.write(Bytes(start: start + inMemory, count: octets.count - inMemory))
        }
        count += octets.count
    }

    /// A file that has no name any more, and goes when it is closed.
    private static func temporary() throws(Failure) -> Descriptor {
        let folder = Environment.process["TMPDIR"].flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp"
        var path = Array("\(folder)/cos-exchange-XXXXXX".utf8CString)
        let number = mkstemp(&path)
        let name = "the temporary copy of the input in '\(Escaped.text(folder))'"
        guard number >= 0 else { throw Failure(.cannotCreate, cannot: "write", name, number: errno) }
        unlink(&path)
        _ = fcntl(number, F_SETFD, FD_CLOEXEC)
        return Descriptor(number: number, name: name)
    }
}
