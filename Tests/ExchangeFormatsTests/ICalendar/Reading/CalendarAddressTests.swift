import ExchangeFormats
import ExchangeSyntax
import Foundation
import Testing

@Suite("Addresses in a calendar") struct CalendarAddressTests {
    private static let text = """
        BEGIN:VCALENDAR\r
        NAME:x\r
         y\r
        BEGIN:VEVENT\r
        DTSTART:20260101\r
        UID:one@a.example\r
        BEGIN:VALARM\r
        TRIGGER:x\r
        BEGIN:X-PART\r
        X-Z:1\r
        END:X-PART\r
        ACTION:y\r
        END:VALARM\r
        SUMMARY:\r
         last\r
        END:VEVENT\r
        X-LATE:1\r
        BEGIN:VEVENT\r
        UID:one@a.example\r
        RECURRENCE-ID:20260102\r
        END:VEVENT\r
        BEGIN:VTODO\r
        X-OPEN:1
        """

    @Test(
        "an offset is spelled by its component and its property",
        arguments: [
            ("BEGIN:VCALENDAR", "VCALENDAR/BEGIN"), ("NAME", "VCALENDAR/NAME"), ("y\r", "VCALENDAR/NAME"),
            ("BEGIN:VEVENT", "VEVENT[UID=one@a.example]"), ("20260101", "VEVENT[UID=one@a.example]/DTSTART"),
            ("one@", "VEVENT[UID=one@a.example]/UID"), ("BEGIN:VALARM", "VEVENT[UID=one@a.example]/VALARM"),
            ("TRIGGER", "VEVENT[UID=one@a.example]/VALARM/TRIGGER"),
            ("X-Z", "VEVENT[UID=one@a.example]/VALARM/X-PART/X-Z"),
            ("ACTION", "VEVENT[UID=one@a.example]/VALARM/ACTION"), ("last", "VEVENT[UID=one@a.example]/SUMMARY"),
            ("X-LATE", "VCALENDAR/X-LATE"),
            ("RECURRENCE-ID", "VEVENT[UID=one@a.example;RECURRENCE-ID=20260102]/RECURRENCE-ID"),
            ("X-OPEN", "VTODO/X-OPEN"),
        ])
    func spells(_ part: String, _ address: String) throws {
        let place = try #require(Self.text.range(of: part)).lowerBound
        var addresses = CalendarAddresses(ByteInput(Self.text))
        #expect(
            try addresses.address(of: Self.text.utf8.distance(from: Self.text.startIndex, to: place), pointer: "")
                == address)
    }

    @Test("in any order") func order() throws {
        var addresses = CalendarAddresses(ByteInput(Self.text))
        var alone: [String] = []
        for offset in 0..<Self.text.utf8.count { alone.append(try addresses.address(of: offset, pointer: "")) }
        for offset in (0..<Self.text.utf8.count).reversed() {
            #expect(try addresses.address(of: offset, pointer: "") == alone[offset])
        }
        #expect(try addresses.address(of: 1 << 40, pointer: "") == alone.last)
    }
}
