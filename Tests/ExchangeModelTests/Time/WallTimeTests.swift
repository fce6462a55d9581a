import ExchangeModel
import Testing

/// Reckoning on the clock on the wall, and its naive twin: seconds counted since 1970.
@Suite struct WallTimeTests {
    @Test("a time some seconds later is what counting from 1970 gives")
    func adding() throws {
        let first = try #require(LocalDateTime("2026-05-29T10:00:01"))
        for seconds in [0, 1, -1, 60, 50_398, 50_399, -36_001, -36_002, 86_400, -86_400, 400_000_000, -400_000_000] {
            let other = try #require(first.adding(seconds: seconds))
            #expect(other == LocalDateTime(wallSeconds: first.wallSeconds + seconds))
            #expect(other.seconds(since: first) == seconds)
        }
        #expect(first.adding(seconds: .max) == nil)
        #expect(first.adding(seconds: -80_000_000_000) == nil)
        #expect(LocalDateTime("9999-12-31T23:59:59")?.adding(seconds: 1) == nil)
    }

    @Test("a time moved to another day keeps its hour")
    func moving() throws {
        let time = try #require(LocalDateTime("2026-05-29T10:00:01"))
        let day = try #require(LocalDate("2024-02-29"))
        #expect(time.moved(to: day).text == "2024-02-29T10:00:01")
    }
}
