/// Spells where something is as people who work with a format do: a cell of a table, a property of a component, a path.
///
/// Findings know an offset and the way in the model, a JSON Pointer (RFC 6901) that is the same in every format. The
/// format's own address is found only for those that somebody prints, by reading the input again if need be.
public protocol AddressFinder: ~Copyable {
    /// The address of what lies at an offset; `pointer` is the way to it in the model, empty where that is not known.
    ///
    /// Cheap for offsets that rise.
    mutating func address(of offset: Int, pointer: String) throws -> String
}
