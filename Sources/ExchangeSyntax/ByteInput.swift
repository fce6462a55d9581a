import ExchangeBytes

/// An input that can be read more than once, from any octet on: a file, or a pipe that somebody keeps.
public struct ByteInput {
    private let opening: (_ offset: Int) throws -> ByteSource

    /// An input that is opened by a function of the offset at which reading begins.
    public init(_ open: @escaping (_ offset: Int) throws -> ByteSource) { opening = open }

    /// An input that lies in memory.
    public init(_ octets: [UInt8]) {
        opening = { offset in
            var handed = offset
            return { room in
                let count = max(0, min(room.count, octets.count - handed))
                room.copyBytes(from: octets[handed..<handed + count])
                handed += count
                return count
            }
        }
    }

    /// An input that is the text in UTF-8.
    public init(_ text: String) { self.init(Array(text.utf8)) }

    /// The octets from an offset on.
    public func open(at offset: Int = 0) throws -> ByteSource { try opening(offset) }
}
