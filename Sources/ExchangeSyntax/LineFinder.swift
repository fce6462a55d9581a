import ExchangeBytes
import ExchangeDiagnostics

/// Finds the line and the column of offsets, by reading the input again as far as the farthest of them.
///
/// No reader counts lines while it reads: nothing is paid until something is found.
public struct LineFinder: ~Copyable {
    private let input: ByteInput
    private var source: ByteSource?
    private var piece = ByteBuffer(capacity: 64 << 10)
    /// The offset of the first octet that has not been counted, and where it is in lines and columns, from 0.
    private var counted = 0
    private var line = 0
    private var column = 0
    /// How much of the piece has been counted.
    private var used = 0

    /// A finder that has read nothing of an input.
    public init(_ input: ByteInput) { self.input = input }

    /// Where an offset is as a person counts. Cheap for offsets that rise; one that falls begins at the start again.
    public mutating func position(of offset: Int) throws -> Position {
        if offset < counted || source == nil { try rewind() }
        while counted < offset {
            if used == piece.count, try !refill() { break }
            let run = min(offset - counted, piece.count - used)
            count(Bytes(start: piece.bytes.start + used, count: run))
            used += run
            counted += run
        }
        return Position(offset: offset, line: line + 1, column: column + 1)
    }

    private mutating func count(_ bytes: Bytes) {
        let lines = LineCount(bytes)
        column = lines.ended == 0 ? column + lines.columns : lines.columns
        line += lines.ended
    }

    private mutating func rewind() throws {
        source = try input.open()
        piece.removeAll()
        (counted, line, column, used) = (0, 0, 0, 0)
    }

    private mutating func refill() throws -> Bool {
        guard let source else { return false }
        piece.removeAll()
        used = 0
        piece.reserve(64 << 10)
        let octets = try source(UnsafeMutableRawBufferPointer(start: piece.tail, count: 64 << 10))
        piece.advance(by: octets)
        return octets > 0
    }
}

extension LineFinder {
    /// Puts lines and columns into diagnostics that know offsets only.
    public mutating func locate(_ diagnostics: inout [Diagnostic]) throws {
        var places: [(offset: Int, index: Int, related: Int?)] = []
        for (index, diagnostic) in diagnostics.enumerated() {
            places.append((diagnostic.location.position.offset, index, nil))
            for (related, other) in diagnostic.related.enumerated() {
                places.append((other.location.position.offset, index, related))
            }
        }
        // In the order of the input, so that it is read once.
        for place in places.sorted(by: { $0.offset < $1.offset }) {
            let position = try position(of: place.offset)
            if let related = place.related {
                diagnostics[place.index].related[related].location.position = position
            } else {
                diagnostics[place.index].location.position = position
            }
        }
    }
}
