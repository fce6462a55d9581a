/// Colours on one stream, or none. They never say what the words do not.
struct Colour: Equatable, Sendable {
    let isOn: Bool

    static let off = Colour(isOn: false)

    init(isOn: Bool) { self.isOn = isOn }

    /// `--color` before all; then `NO_COLOR`, `CLICOLOR_FORCE` and `FORCE_COLOR`; then whether somebody is looking.
    init(_ choice: String?, isTerminal: Bool, _ environment: Environment) {
        switch choice {
        case "always": isOn = true
        case "never": isOn = false
        default:
            if environment.has("NO_COLOR") {
                isOn = false
            } else if Self.forces(environment["CLICOLOR_FORCE"]) || Self.forces(environment["FORCE_COLOR"]) {
                isOn = true
            } else {
                isOn = isTerminal && !environment.isDumb
            }
        }
    }

    private static func forces(_ value: String?) -> Bool { value.map { !$0.isEmpty && $0 != "0" } ?? false }

    enum Style: String, Sendable {
        case bold = "1"
        case red = "1;31"
        case yellow = "1;33"
        case blue = "1;34"
    }

    func paint(_ text: String, _ style: Style) -> String {
        isOn ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
    }
}
