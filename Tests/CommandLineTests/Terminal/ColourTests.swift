import Testing

@testable import cos_exchange

@Suite("The colour policy")
struct ColourTests {
    @Test(
        "listens to the option, then to the environment, then looks who is there",
        arguments: [
            (nil, true, [:], true), (nil, false, [:], false), ("always", false, ["NO_COLOR": "1"], true),
            ("never", true, ["FORCE_COLOR": "1"], false), ("auto", true, ["NO_COLOR": "1"], false),
            (nil, true, ["NO_COLOR": ""], true), (nil, false, ["CLICOLOR_FORCE": "1"], true),
            (nil, false, ["CLICOLOR_FORCE": "0"], false), (nil, false, ["FORCE_COLOR": "1"], true),
            (nil, true, ["TERM": "dumb"], false), (nil, true, ["NO_COLOR": "1", "FORCE_COLOR": "1"], false),
        ] as [(String?, Bool, [String: String], Bool)])
    func decides(_ choice: String?, _ isTerminal: Bool, _ variables: [String: String], _ isOn: Bool) {
        #expect(Colour(choice, isTerminal: isTerminal, Environment(variables)).isOn == isOn)
    }

    @Test("adds nothing where it is off")
    func addsNothing() {
        #expect(Colour.off.paint("x", .red) == "x")
        #expect(Colour(isOn: true).paint("x", .red) == "\u{1B}[1;31mx\u{1B}[0m")
    }

    @Test("sets help as wide as COLUMNS says")
    func takesColumns() {
        #expect(Terminal.width(of: -1, Environment(["COLUMNS": "100"])) == 100)
        #expect(Terminal.width(of: -1, Environment(["COLUMNS": "x"])) == 80)
        #expect(Terminal.width(of: -1, Environment(["COLUMNS": "3"])) == 40)
        #expect(Terminal.width(of: -1, Environment([:])) == 80)
    }
}
