import ExchangeSyntax

/// What this program is called, and which edition of it this is.
enum Version {
    static let tool = "cos-exchange"
    static let number = "0.1.0"
    /// Of the exchange model that it writes.
    static let schema = "1.0"

    static var line: String { "\(tool) \(number)\n" }

    /// With what the program stands on: a line each.
    static func details(timeZones: String?) -> String {
        var lines = [line, "schema \(schema)\n"]
        if let timeZones { lines.append("time zones \(timeZones)\n") }
        lines.append("libxml2 \(library)\n")
        if let compiler { lines.append("Swift \(compiler)\n") }
        return lines.joined()
    }

    /// `20914` → `2.9.14`.
    private static var library: String {
        let text = XMLLibrary.version
        guard let number = Int(text.prefix { $0.isNumber }), number >= 10_000 else { return text }
        return "\(number / 10_000).\(number / 100 % 100).\(number % 100)"
    }

    private static var compiler: String? {
        #if compiler(>=6.4)
            nil
        #elseif compiler(>=6.3)
            "6.3"
        #else
            "6.2"
        #endif
    }
}
