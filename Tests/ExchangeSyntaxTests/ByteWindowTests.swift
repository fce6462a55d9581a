import ExchangeBytes
import ExchangeSyntax
import Testing

@Suite struct ByteWindowTests {
    @Test("an input goes by whole, whatever is kept of it", arguments: [1, 16, 64, 1000], [1, 5, 64])
    func passing(_ capacity: Int, _ step: Int) throws {
        let octets = (0..<3000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        var window = ByteWindow(try ByteInput(octets).open(at: 100), from: 100, capacity: capacity, limit: 2000)
        var taken: [UInt8] = []
        var index = 0
        while taken.count < 2900 {
            if index + min(step, 3000 - 100 - taken.count) > window.count {
                let more = try window.refill(keepingFrom: index)
                #expect(more)
                index = 0
            }
            let count = min(step, window.count - index)
            #expect(window.base + index == 100 + taken.count)
            taken += (0..<count).map { window.bytes[index + $0] }
            index += count
        }
        #expect(taken == Array(octets.dropFirst(100)))
    }

    @Test("behind the last octet lie zeroes, and no more than the limit is held")
    func edges() throws {
        let octets = [UInt8](repeating: 0xFF, count: 1000)
        var window = ByteWindow(try ByteInput(octets).open(), capacity: 10, limit: 100)
        while try window.refill(keepingFrom: 0) {
            for index in 0..<ByteBuffer.slack {
                #expect(window.start.load(fromByteOffset: window.count + index, as: UInt8.self) == 0)
            }
        }
        let (count, isLast) = (window.count, window.isLast)
        #expect(count == 100)
        #expect(!isLast)
    }
}
