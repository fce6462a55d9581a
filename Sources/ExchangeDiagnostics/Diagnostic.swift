/// One finding about the data: what is wrong, how badly, with whose record, and where.
///
/// A diagnostic is always about the *input*. A failure of the machine (a full disk, say) is thrown as another error.
public struct Diagnostic: Error, Hashable, Sendable {
    /// What is wrong, by the register.
    public var code: Code
    /// How much it matters here.
    public var severity: Severity
    /// What is wrong, in one sentence without a full stop.
    public var message: String
    /// The record that the finding is about, if it is about one.
    public var subject: Subject?
    /// Where it is.
    public var location: Location
    /// Other places that the finding is about, each with a word on what is there.
    public var related: [Related]
    /// What was probably meant, the likeliest first.
    public var suggestions: [String]

    /// A finding; severity and message are those of its code unless told otherwise.
    public init(
        _ code: Code, severity: Severity? = nil, message: String? = nil, subject: Subject? = nil, at location: Location,
        related: [Related] = [], suggestions: [String] = []
    ) {
        self.code = code
        self.severity = severity ?? code.severity
        self.message = message ?? code.sentence
        self.subject = subject
        self.location = location
        self.related = related
        self.suggestions = suggestions
    }

    /// The record that a finding is about, named alike in every format.
    public struct Subject: Hashable, Sendable {
        /// The type of the record: `event`.
        public var kind: String
        public var id: String?
        /// Its name in the first language that it is given in.
        public var name: String?

        /// The record of a type; without id and name where it has none.
        public init(kind: String, id: String? = nil, name: String? = nil) {
            self.kind = kind
            self.id = id
            self.name = name
        }
    }

    /// Where a finding is.
    public struct Location: Hashable, Sendable {
        /// The file as the user named it; `-` is standard input.
        public var file: String
        /// How far from the beginning.
        public var position: Position
        /// The way to the value, as the format spells ways: a JSON Pointer (RFC 6901) in JSON.
        public var path: String

        /// A place in a file; no file while its name is not known.
        public init(file: String = "", position: Position, path: String) {
            self.file = file
            self.position = position
            self.path = path
        }
    }

    /// Another place that a finding is about.
    public struct Related: Hashable, Sendable {
        /// Where it is.
        public var location: Location
        /// What is there.
        public var message: String

        /// A place with a word on what is there.
        public init(_ message: String, at location: Location) {
            self.location = location
            self.message = message
        }
    }
}

extension Diagnostic: CustomStringConvertible {
    public var description: String {
        "\(location.position.line):\(location.position.column): \(severity.rawValue) \(code.rawValue): \(message)"
    }
}
