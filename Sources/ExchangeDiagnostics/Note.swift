/// What a reader or a rule remarks while the record is at hand: a code and where, as offsets into the input.
///
/// Lines, columns and names are found out only for the notes that somebody prints.
public struct Note: Error, Hashable, Sendable {
    /// What is wrong, by the register.
    public var code: Code
    /// The octet at which the fault begins.
    public var offset: Int
    /// Where the other place is that the fault is about: the first of two members of the same name, say.
    public var related: Int?
    /// What is wrong in this case, where it says more than the code's own sentence.
    public var detail: String?
    /// What was probably meant, the likeliest first.
    public var suggestions: [String]

    /// A remark on what begins at an offset.
    public init(
        _ code: Code, at offset: Int, related: Int? = nil, detail: String? = nil, suggestions: [String] = []
    ) {
        self.code = code
        self.offset = offset
        self.related = related
        self.detail = detail
        self.suggestions = suggestions
    }
}
