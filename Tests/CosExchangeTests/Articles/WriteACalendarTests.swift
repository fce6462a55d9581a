import CosExchange
import Testing

@Suite("The article on writing a calendar") struct WriteACalendarTests {
    @Test("writes one calendar for everybody")
    func calendar() throws {
        let catalogue = try Fixture.catalogue("carrara-2026")

        // listing
        let calendar = try catalogue.written(as: .ics, for: .everybody())
        let octets = calendar.octets
        let notShown = calendar.losses.map(\.message)
        // end of listing
        #expect(octets.starts(with: Array("BEGIN:VCALENDAR\r\n".utf8)))
        #expect(calendar.withheld.values > 0)
        #expect(notShown.allSatisfy { !$0.isEmpty })
    }

    @Test("writes a calendar in each language")
    func languages() throws {
        let catalogue = try Fixture.catalogue("aswan-2026")

        // listing
        var calendars: [String: [UInt8]] = [:]
        for language in catalogue.exchange.languages {
            var options = WritingOptions()
            options.calendar.language = language
            let calendar = try catalogue.written(as: .ics, for: .everybody(), options: options)
            calendars["programme.\(language).ics"] = calendar.octets
        }
        // end of listing
        #expect(calendars.keys.sorted() == ["programme.ar.ics", "programme.en.ics"])
        let arabic = try #require(calendars["programme.ar.ics"])
        #expect(String(decoding: arabic, as: UTF8.self).contains("SUMMARY;LANGUAGE=ar:"))
    }

    @Test("leaves out what only we can read, and marks what is cancelled in the title")
    func lean() throws {
        let catalogue = try Fixture.catalogue("sample")

        // listing
        var options = WritingOptions()
        options.calendar.isLean = true
        options.calendar.cancelled = .title
        let calendar = try catalogue.written(as: .ics, for: .everybody(), options: options)
        // end of listing
        #expect(!calendar.text.contains("X-COS-"))
        #expect(!calendar.losses.isEmpty)
    }
}
