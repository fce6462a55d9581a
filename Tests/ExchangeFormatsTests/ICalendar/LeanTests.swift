import ExchangeDiagnostics
import ExchangeFormats
import Foundation
import Testing

/// Calendars without residue, and calendars that are the same everywhere.
@Suite struct LeanTests {
    @Test("a lean calendar is the calendar without what only we read", arguments: Fixture.names)
    func lean(_ name: String) throws {
        let exchange = try Fixture.exchange(name)
        let whole = CalendarConversion(exchange).calendar
        let lean = CalendarConversion(exchange, isLean: true).calendar
        #expect(lean.components.flatMap(\.lines).allSatisfy { !$0.name.hasPrefix("X-COS-") })
        #expect(lean.components.map(\.name) == whole.components.map(\.name))
        for (lean, whole) in zip(lean.components, whole.components) {
            #expect(lean.lines == whole.lines.filter { !$0.name.hasPrefix("X-COS-") })
        }
    }

    @Test("a lean calendar says of each field in how many records it is left out")
    func losses() {
        let input = #"""
            {"id":"x","languages":["it"],"cities":[{"id":"a","country":"IT"},{"id":"b","country":"EG","x-a":1}],"events":[
            {"id":"e","kind":"talk","name":{"it":"Uno","ar":"واحد"},"timeZone":"Europe/Rome","capacity":30,"x-b":2,
            "slots":[{"id":"s","start":"2026-05-29","note":{"it":"n"}},{"id":"t","start":"2026-05-30"}]},
            {"id":"f","name":{"it":"Due"},"timeZone":"Europe/Rome","slots":[{"id":"s","start":"2026-05-29T10:00"}]},
            {"id":"g","name":{"it":"Tre"},"capacity":5}]}
            """#
        let conversion = CalendarConversion(input, isLean: true)
        let losses = conversion.remarks.filter { $0.code == .fieldNotRepresentable || $0.code == .languagesDropped }
        let said = Set(losses.map { "\($0.code.rawValue) \($0.message.split(separator: " is not").first ?? "")" })
        #expect(
            said.isSuperset(of: [
                "X101 city.country of 2 records", "X101 city.members of others of 1 record",
                "X102 event.name of 2 records",
                "X101 event.capacity of 2 records", "X101 event.kind of 1 record", "X101 slot.id of 3 records",
                "X101 slot.note of 1 record", "X101 event.timeZone of 1 record",
                "X101 event.members of others of 1 record",
            ]), "\(said.sorted())")
        #expect(said.allSatisfy { !$0.contains("slot.start") && !$0.contains("event.slots of 2") })
        #expect(conversion.remarks.filter { $0.code == .notVisible }.map(\.location.path) == ["/events/2"])
        #expect(
            CalendarConversion(input).remarks.allSatisfy {
                $0.code == .notVisible || $0.code == .endMadeUp || $0.code == .unknownField
            })
    }

    // MARK: The same everywhere

    struct Surroundings: Codable, Sendable, CustomTestStringConvertible {
        let zone: String
        let locale: String
        let folder: String
        var testDescription: String { "\(zone) \(locale) \(folder)" }

        static let some = [
            Surroundings(zone: "UTC", locale: "C", folder: "/"),
            Surroundings(zone: "Africa/Cairo", locale: "ar_EG.UTF-8", folder: "/tmp"),
            Surroundings(zone: "America/New_York", locale: "it_IT.UTF-8", folder: "/usr"),
            Surroundings(zone: ":/nowhere", locale: "tr_TR.UTF-8", folder: "/usr/share"),
        ]
    }

    @Test(
        "the zone, the locale, the home and the folder of whoever exports make no difference",
        arguments: Surroundings.some)
    func surroundings(_ surroundings: Surroundings) async throws {
        let result = await #expect(processExitsWith: .success, observing: [\.standardOutputContent]) {
            [surroundings = surroundings as Surroundings] in
            setenv("TZ", surroundings.zone, 1)
            setenv("HOME", surroundings.folder, 1)
            for name in ["LANG", "LC_ALL", "LC_NUMERIC", "LANGUAGE"] { setenv(name, surroundings.locale, 1) }
            tzset()
            setlocale(LC_ALL, "")
            #expect(FileManager.default.changeCurrentDirectoryPath(surroundings.folder))
            FileHandle.standardOutput.write(Data(try LeanTests.digest().utf8))
        }
        let output = String(decoding: result?.standardOutputContent ?? [], as: UTF8.self)
        #expect(try output.contains(Self.digest()), "\(output)")
    }

    /// A number for all calendars of all fixtures.
    private static func digest() throws -> String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for name in Fixture.names {
            let exchange = try Fixture.exchange(name)
            for language in try Fixture.languages(of: exchange) {
                for octet in CalendarConversion(exchange, language: language).octets {
                    hash = (hash ^ UInt64(octet)) &* 0x100_0000_01B3
                }
            }
        }
        return "digest \(String(hash, radix: 16))"
    }
}
