/// A place in an input: the octet offset, and the line and column a person would count to.
public struct Position: Hashable, Sendable {
    /// From 0.
    public var offset: Int
    /// From 1.
    public var line: Int
    /// Counted in Unicode scalars, from 1.
    public var column: Int

    public init(offset: Int = 0, line: Int = 1, column: Int = 1) {
        self.offset = offset
        self.line = line
        self.column = column
    }
}
