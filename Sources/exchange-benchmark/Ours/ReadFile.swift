import ExchangeBytes
import ExchangeSyntax
import Glibc

/// A file that is open for reading, from whatever octet somebody asks for.
final class ReadFile {
    private let path: String
    private let descriptor: Int32

    init(_ path: String) throws {
        self.path = path
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Failure(cannot: "read", path) }
    }

    deinit { close(descriptor) }

    /// As the readers take it: octets come as they are asked for.
    var input: ByteInput {
        ByteInput { [self] offset in
            var offset = offset
            return { [self] room in
                let octets = try read(into: room, at: offset)
                offset += octets
                return octets
            }
        }
    }

    /// All octets from an offset on.
    func octets(from offset: Int = 0) throws -> [UInt8] {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw Failure(cannot: "read", path) }
        return try [UInt8](unsafeUninitializedCapacity: max(0, Int(status.st_size) - offset)) { room, count in
            let room = UnsafeMutableRawBufferPointer(room)
            while count < room.count {
                let rest = UnsafeMutableRawBufferPointer(rebasing: room[count...])
                let octets = try read(into: rest, at: offset + count)
                if octets == 0 { break }
                count += octets
            }
        }
    }

    private func read(into room: UnsafeMutableRawBufferPointer, at offset: Int) throws -> Int {
        while true {
            let octets = pread(descriptor, room.baseAddress, room.count, offset)
            if octets >= 0 { return octets }
            if errno != EINTR { throw Failure(cannot: "read", path) }
        }
    }
}
