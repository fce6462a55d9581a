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
            if let file { target = file } else { target = try .temporary("the temporary copy of the input") }
            file = target
            try target.write(Bytes(start: start + inMemory, count: octets.count - inMemory))
        }
        count += octets.count
    }
}
