import ExchangeBytes
import Testing

@testable import ExchangeRules

@Suite struct IDTableTests {
    private static func hash(_ text: String, kind: Int = 0) -> IDHash {
        var buffer = ByteBuffer()
        buffer.append(utf8: text)
        return IDHash(buffer.bytes, kind: kind)
    }

    @Test("an id takes 24 octets at most, with the room that the table needs")
    func memory() {
        var table = IDTable()
        var most = 0.0
        for number in 0..<200_000 {
            _ = table.insert(Self.hash("event-\(number)"), at: number)
            if table.count > 1000 { most = max(most, Double(table.octets) / Double(table.count)) }
        }
        let count = table.count
        #expect(count == 200_000)
        #expect(most <= 24)
    }

    @Test("every id is found again with the place where it was first, and no other")
    func finds() {
        var table = IDTable()
        let places = (0..<10_000).map { $0 * 98_765_432 + 7 }
        for (number, place) in places.enumerated() {
            let first = table.insert(Self.hash("e\(number)"), at: place)
            #expect(first == nil)
        }
        for (number, place) in places.enumerated() {
            let first = table.insert(Self.hash("e\(number)"), at: 1)
            let isOther = table.contains(Self.hash("e\(number)", kind: 1))
            #expect(first == place)
            #expect(!isOther)
        }
        let stranger = table.offset(of: Self.hash("e10000"))
        #expect(stranger == nil)
    }

    @Test("an emptied table knows nothing, and can be filled again")
    func empties() {
        var table = IDTable()
        for number in 0..<1000 { _ = table.insert(Self.hash("e\(number)"), at: number) }
        table.removeAll()
        let (count, isKnown) = (table.count, table.contains(Self.hash("e0")))
        #expect(count == 0)
        #expect(!isKnown)
        let first = table.insert(Self.hash("e0"), at: 3)
        let again = table.offset(of: Self.hash("e0"))
        #expect(first == nil)
        #expect(again == 3)
    }

    @Test("ids that differ in one octet, in length or in type have different hashes")
    func hashes() {
        let texts = ["", "a", "b", "aa", "aaaaaaaa", "aaaaaaaab", "baaaaaaaa", "aaaaaaaaaaaaaaaaa", "a\u{0}", "\u{0}"]
        let hashes = (0..<11).flatMap { kind in texts.map { Self.hash($0, kind: kind) } }
        #expect(Set(hashes).count == hashes.count)
        #expect(Set(hashes.map(\.low)).count == hashes.count)
    }
}
