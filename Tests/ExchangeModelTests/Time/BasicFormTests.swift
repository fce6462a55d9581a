import ExchangeBytes
import ExchangeModel
import Testing

@Suite struct BasicFormTests {
    @Test("the basic form has the digits of the extended form, for every month, day, hour, minute and second")
    func digits() throws {
        for step in 0..<20_000 {
            // Strides that share no factor with days, hours or minutes come by every digit in every place.
            let time = try #require(LocalDateTime(wallSeconds: -62_135_596_800 + step * 15_775_991))
            var basic = ByteBuffer()
            time.append(to: &basic, as: .basic)
            let extended = time.second == 0 ? time.text + ":00" : time.text
            let digits = extended.filter { $0 != "-" && $0 != ":" }
            #expect(basic.bytes.text == digits)
            var day = ByteBuffer()
            time.date.append(to: &day, as: .basic)
            let dayDigits = digits.prefix(8)
            #expect(day.bytes.text == dayDigits)
        }
    }
}
