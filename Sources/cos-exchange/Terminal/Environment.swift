import Glibc

/// The variables that the tool was started with.
struct Environment: Sendable {
    private let lookUp: @Sendable (String) -> String?

    init(_ variables: [String: String]) { lookUp = { variables[$0] } }

    private init(lookUp: @escaping @Sendable (String) -> String?) { self.lookUp = lookUp }

    /// Those of this process.
    static let process = Environment(lookUp: { name in getenv(name).map { String(cString: $0) } })

    subscript(name: String) -> String? { lookUp(name) }

    /// Whether a variable is set to anything but nothing.
    func has(_ name: String) -> Bool { self[name].map { !$0.isEmpty } ?? false }

    /// Whether the terminal can do no more than print.
    var isDumb: Bool { self["TERM"] == "dumb" }
}
