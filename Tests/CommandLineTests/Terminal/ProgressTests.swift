import Testing

@testable import cos_exchange

@Suite("Progress")
struct ProgressTests {
    @Test("is shown after a second, at most ten times a second, and taken away at the end")
    func isShown() {
        var time = 0
        var printed: [String] = []
        let progress = Progress("p.json", total: 4 << 20, clock: { time }, write: { printed.append($0) })
        progress.advance(by: 1 << 20)
        #expect(printed.isEmpty)
        time = 1_000
        progress.advance(by: 1 << 20)
        #expect(printed == ["\r\u{1B}[Kp.json: 2 MiB 50 %"])
        time = 1_050
        progress.advance(by: 1 << 20)
        #expect(printed.count == 1)
        progress.clear()
        progress.clear()
        #expect(printed.dropFirst() == ["\r\u{1B}[K"])
    }

    @Test(
        "is not there where nobody looks, or where silence was asked for",
        arguments: [
            (true, [:]), (false, ["CI": "true"]), (false, ["TERM": "dumb"]),
        ] as [(Bool, [String: String])])
    func isSilent(_ isQuiet: Bool, _ variables: [String: String]) {
        let progress = Progress("p.json", total: nil, isQuiet: isQuiet, Environment(variables))
        #expect(progress == nil)
    }
}
