import ExchangeBytes
import ExchangeModel
import Testing

@testable import ExchangeFormats

@Suite struct PlainValueTests {
    @Test("a URI with a blank or a control anywhere is not plain, and any other octet does it no harm")
    func uris() {
        for length in 0...24 {
            let plain = Array("https://".utf8) + [UInt8](repeating: UInt8(ascii: "a"), count: length + 1)
            for index in 8..<plain.count {
                for octet in UInt8.min...UInt8.max {
                    var octets = plain
                    octets[index] = octet
                    var buffer = ByteBuffer()
                    buffer.append(contentsOf: octets + [0x20])
                    let isPlain = buffer.bytes.prefix(octets.count).isPlainURI
                    if isPlain != (octet > 0x20 && octet != 0x7F) { Issue.record("\(octets)") }
                }
            }
        }
    }

    @Test("days are told from each other, few as well as many")
    func days() {
        var days = DaySet()
        for _ in 0..<2 {
            var twin: Set<LocalDate> = []
            for number in (0..<60).map({ $0 * 7 % 45 }) {
                guard let day = LocalDate(dayNumber: 20_000 + number) else { continue }
                #expect(days.contains(day) == twin.contains(day))
                let isNew = days.insert(day)
                #expect(isNew == twin.insert(day).inserted)
            }
            days.removeAll()
        }
    }
}
