/// Something is asked of a format that this edition of the library cannot do.
///
/// It is the program that is wrong, not the data: what is wrong with the data is a `Diagnostic`.
public enum FormatError: Error, Hashable, Sendable {
    /// The format is only written.
    case notReadable(Format)
    /// The format is one file, and several were given.
    case notPackage(Format)
}

extension FormatError: CustomStringConvertible {
    /// One sentence without a full stop.
    public var description: String {
        switch self {
        case .notReadable(let format): "\(format.title) cannot be read"
        case .notPackage(let format): "\(format.title) is one file, not a folder of tables"
        }
    }
}
