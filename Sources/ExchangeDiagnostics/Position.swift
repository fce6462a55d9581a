/// A place in an input: the octet offset, and the line and column a person would count to.
public struct Position: Hashable, Sendable {
    /// From 0.
    public var offset: Int
    /// From 1; 0 until somebody has counted.
    public var line: Int
    /// Counted in Unicode scalars, from 1; 0 until somebody has counted.
    public var column: Int

    /// A place of which the offset is known; line and column may be found out later.
    public init(offset: Int, line: Int = 0, column: Int = 0) {
        self.offset = offset
        self.line = line
        self.column = column
    }
}
