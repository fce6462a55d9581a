import Glibc

/// Whether a new content is the old one, octet for octet.
enum FileComparison {
    /// Compares what a descriptor holds with the file at a path; false where that cannot be read.
    static func isEqual(_ new: Descriptor, _ path: String, _ old: stat) throws(Failure) -> Bool {
        let size = try new.status().st_size
        guard size == old.st_size else { return false }
        let number = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard number >= 0 else { return false }
        defer { close(number) }
        let present = Descriptor(number: number, name: "'\(Escaped.text(path))'")
        let stride = 64 << 10
        let room = UnsafeMutableRawBufferPointer.allocate(byteCount: 2 * stride, alignment: 16)
        defer { room.deallocate() }
        var offset = 0
        while offset < size {
            let left = try new.read(at: offset, into: UnsafeMutableRawBufferPointer(rebasing: room[..<stride]))
            let length = try fill(present, at: offset, UnsafeMutableRawBufferPointer(rebasing: room[stride...]), left)
            guard left > 0, length == left, let start = room.baseAddress, memcmp(start, start + stride, left) == 0
            else {
                return false
            }
            offset += left
        }
        return true
    }

    private static func fill(
        _ descriptor: Descriptor, at offset: Int, _ room: UnsafeMutableRawBufferPointer, _ count: Int
    ) throws(Failure) -> Int {
        var filled = 0
        while filled < count {
            let rest = UnsafeMutableRawBufferPointer(rebasing: room[filled..<count])
            let octets = try descriptor.read(at: offset + filled, into: rest)
            if octets == 0 { break }
            filled += octets
        }
        return filled
    }
}
