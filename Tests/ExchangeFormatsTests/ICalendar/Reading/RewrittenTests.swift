import ExchangeDiagnostics
import ExchangeFormats
import Foundation
import Testing

/// What other people's programs have read and written again is still the same exchange.
@Suite("A calendar that another program wrote again") struct RewrittenCalendarTests {
    private func check(
        _ name: String, _ peer: borrowing Peer, _ rewrite: ([String]) -> (status: Int32, output: String)
    ) throws {
        let exchange = try Fixture.exchange(name)
        let expected = Conversion(exchange).output
        let languages = try Fixture.languages(of: exchange)
        var paths: [String] = []
        for cancelled in CalendarOptions.Cancelled.allCases {
            for language in languages {
                let made = CalendarConversion(exchange, language: language, cancelled: cancelled)
                paths.append(try peer.file("\(language)-\(cancelled).ics", made.octets))
            }
        }
        let result = rewrite(paths)
        try #require(result.status == 0, "\(result.output)")
        for path in paths {
            let reading = CalendarReading(try peer.octets(path + ".again"))
            #expect(reading.fault == nil)
            #expect(reading.isSame(as: expected), "\(path): \(difference(reading.output, expected))")
            #expect(reading.remarks.isEmpty, "\(path): \(reading.remarks.prefix(5))")
        }
    }

    @Test("by python-icalendar", arguments: Fixture.names) func python(_ name: String) throws {
        guard Peer.hasPython(["icalendar"], for: "\(name) as python-icalendar writes it again") else { return }
        try check(name, Peer()) { Peer.run("python3", [Peer.path(of: "rewrite.py")] + $0) }
    }

    @Test("by libical", arguments: Fixture.names) func libical(_ name: String) throws {
        guard Peer.hasLibical(for: "\(name) as libical writes it again") else { return }
        let peer = try Peer()
        let program = peer.folder.appending(path: "libical").path()
        let compiler = Peer.run("cc", ["-o", program, Peer.path(of: "libical.c"), "-lical"])
        try #require(compiler.status == 0, "\(compiler.output)")
        try check(name, peer) { Peer.run(program, ["--write"] + $0) }
    }
}
