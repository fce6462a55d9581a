/// How much an input may ask for: what is beyond is refused by name, so that hostile input cannot take all memory.
public struct Limits: Hashable, Sendable {
    /// Octets of one record as the input spells it, from its first to its last; no more than a gibibyte. The members of
    /// a document that are not arrays of records are one record, the header.
    public var record = 1 << 20
    /// Octets of one string, after decoding.
    public var string = 256 << 10
    /// Arrays and objects within each other, the document and its array of records among them; elements of XML, the
    /// root among them.
    public var depth = 64
    /// Languages of one text, those with an empty string among them.
    public var languages = 64
    /// Members of one record that the schema does not know.
    public var extras = 1000
    /// Columns of one table.
    public var columns = 1024
    /// Octets of one tag of XML.
    public var tag = 64 << 10
    /// Attributes of one tag of XML.
    public var attributes = 64
    /// Namespaces that one tag of XML declares.
    public var namespaces = 32

    /// The limits that hold unless somebody sets others.
    public init() {}
}
