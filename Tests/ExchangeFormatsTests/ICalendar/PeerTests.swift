import ExchangeFormats
import Foundation
import Testing

/// What other people's programs make of our calendars.
@Suite struct PeerTests {
    /// The calendars of an exchange in all its languages: language, path, language, path …
    private func calendars(of exchange: [UInt8], _ peer: borrowing Peer, _ languages: [String]? = nil) throws
        -> [String]
    {
        try (languages ?? Fixture.languages(of: exchange)).flatMap { language in
            let calendar = CalendarConversion(exchange, language: language)
            #expect(calendar.fault == nil)
            return [language, try peer.file("\(language).ics", calendar.octets)]
        }
    }

    private func paths(_ calendars: [String]) -> [String] {
        calendars.indices.filter { $0 % 2 == 1 }.map { calendars[$0] }
    }

    @Test("every fixture in every language is well made, and python-icalendar reads it", arguments: Fixture.names)
    func structure(_ name: String) throws {
        guard Peer.hasPython(["icalendar"], for: "the calendars of \(name)") else { return }
        let peer = try Peer()
        peer.check("structure.py", paths(try calendars(of: Fixture.exchange(name), peer)))
    }

    @Test("libical reads every fixture in every language without an error", arguments: Fixture.names)
    func libical(_ name: String) throws {
        guard Peer.hasLibical(for: "the calendars of \(name)") else { return }
        let peer = try Peer()
        let program = peer.folder.appending(path: "libical").path()
        let compiler = Peer.run("cc", ["-o", program, Peer.path(of: "libical.c"), "-lical"])
        try #require(compiler.status == 0, "\(compiler.output)")
        let check = Peer.run(program, paths(try calendars(of: Fixture.exchange(name), peer)))
        #expect(check.status == 0, "\(check.output)")
    }

    @Test("every fixture happens as often as the model says, when and where it says", arguments: Fixture.names)
    func occurrences(_ name: String) throws {
        guard Peer.hasPython(["recurring_ical_events", "dateutil"], for: "the occurrences of \(name)") else { return }
        let peer = try Peer()
        let exchange = try Fixture.exchange(name)
        let path = try peer.file("exchange.json", exchange)
        peer.check("occurrences.py", [path] + (try calendars(of: exchange, peer)))
    }

    @Test("the time zones of every fixture tell the clocks as the system does", arguments: Fixture.names)
    func zones(_ name: String) throws {
        guard Peer.hasPython(["icalendar", "dateutil"], for: "the time zones of \(name)") else { return }
        let peer = try Peer()
        let exchange = try Fixture.exchange(name)
        peer.check("zones.py", paths(try calendars(of: exchange, peer, [try Fixture.languages(of: exchange)[0]])))
    }

    /// `EXCHANGE_SEED` adds a seed to those that are always tried.
    private static let seeds =
        [1, 2, 3] + (ProcessInfo.processInfo.environment["EXCHANGE_SEED"].flatMap { Int($0) }.map { [$0] } ?? [])

    @Test("random events happen as the model says, in zones that are as well made", arguments: seeds)
    func random(_ seed: Int) throws {
        let packages = ["icalendar", "recurring_ical_events", "dateutil"]
        guard Peer.hasPython(packages, for: "100 random events of seed \(seed)") else { return }
        let peer = try Peer()
        let generator = Peer.run("python3", [Peer.path(of: "random_events.py"), "\(seed)", "100"])
        try #require(generator.status == 0, "\(generator.output)")
        let exchange = Array(generator.output.utf8)
        let path = try peer.file("exchange.json", exchange)
        let calendars = try calendars(of: exchange, peer, ["ar"])
        peer.check("structure.py", paths(calendars))
        peer.check("occurrences.py", [path] + calendars)
        peer.check("zones.py", paths(calendars))
    }
}
