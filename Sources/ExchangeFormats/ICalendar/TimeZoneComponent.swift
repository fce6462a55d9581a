import ExchangeBytes
import ExchangeModel

/// A VTIMEZONE (RFC 5545 section 3.6.5) for the years that a calendar covers.
struct TimeZoneComponent {
    private let zone: Zone
    private let years: ClosedRange<Int>

    init(_ zone: Zone, _ years: ClosedRange<Int>) {
        self.zone = zone
        self.years = years
    }

    func append(to output: inout ByteBuffer) {
        output.append("BEGIN:VTIMEZONE\r\nTZID:")
        output.append(utf8: zone.name)
        output.append("\r\n")
        for observance in zone.observances(for: years) { append(observance, to: &output) }
        output.append("END:VTIMEZONE\r\n")
    }

    private func append(_ observance: Observance, to output: inout ByteBuffer) {
        let component = observance.isDaylight ? "DAYLIGHT" : "STANDARD"
        output.append(utf8: "BEGIN:\(component)\r\nDTSTART:")
        observance.onset.append(to: &output, as: .basic)
        output.append("\r\n")
        if let rule = observance.rule { output.append(utf8: "RRULE:\(rule.text)\r\n") }
        output.append(utf8: "TZOFFSETFROM:\(Self.spell(observance.offsetFrom))\r\n")
        output.append(utf8: "TZOFFSETTO:\(Self.spell(observance.offsetTo))\r\n")
        if let abbreviation = observance.abbreviation { output.append(utf8: "TZNAME:\(abbreviation)\r\n") }
        output.append(utf8: "END:\(component)\r\n")
    }

    /// An offset as RFC 5545 section 3.3.14 spells it: `+0100`, `-004928`.
    private static func spell(_ offset: Int) -> String {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let seconds = abs(offset)
        let minutes = two(seconds / 3600) + two(seconds / 60 % 60)
        return (offset < 0 ? "-" : "+") + minutes + (seconds % 60 == 0 ? "" : two(seconds % 60))
    }
}
