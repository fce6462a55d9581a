import ExchangeSyntax

/// Spells where something is in a file of whichever format it is.
public struct FormatAddresses: AddressFinder, ~Copyable {
    private var cells: CSVAddresses?
    private var elements: XMLAddresses?
    private var properties: CalendarAddresses?

    /// Addresses in a file of a format; for a package, in one of its tables.
    public init(_ format: Format, _ input: ByteInput) {
        switch format {
        case .csv: cells = CSVAddresses(input)
        case .xml: elements = XMLAddresses()
        case .ics: properties = CalendarAddresses(input)
        case .json, .ndjson, .jsonld, .geojson: break
        }
    }

    public mutating func address(of offset: Int, pointer: String) throws -> String {
        if let address = try cells?.address(of: offset, pointer: pointer) { return address }
        if let address = try elements?.address(of: offset, pointer: pointer) { return address }
        if let address = try properties?.address(of: offset, pointer: pointer) { return address }
        return pointer
    }
}
