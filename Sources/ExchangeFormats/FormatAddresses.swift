import ExchangeSyntax

/// Spells where something is in a file of whichever format it is.
public struct FormatAddresses: AddressFinder, ~Copyable {
    /// Addresses in a file of a format; for a package, in one of its tables.
    public init(_ format: Format, _ input: ByteInput) {}

    public mutating func address(of offset: Int, pointer: String) throws -> String { pointer }
}
