import ExchangeBytes
import Testing

@testable import ExchangeFormats

@Suite struct SpellingMemoryTests {
    private static func with<Result>(_ octets: [UInt8], _ body: (Bytes) -> Result) -> Result {
        var buffer = ByteBuffer()
        buffer.append(contentsOf: octets)
        return body(buffer.bytes)
    }

    @Test("a spelling means what it meant, and no other spelling does, however many share its place")
    func remembers() {
        var memory = SpellingMemory<Int>(places: 4)
        var truth: [[UInt8]: Int] = [:]
        for number in 0..<2000 {
            let octets = Array("\(number % 97)".utf8) + [UInt8](repeating: 0x61, count: number % 23)
            Self.with(octets) { spelling in
                if let meaning = memory.find(spelling) { #expect(meaning == truth[octets]) }
                memory.keep(number, of: spelling)
                #expect(memory.find(spelling) == number)
            }
            truth[octets] = number
        }
    }

    @Test("spellings that differ in one octet have other mixtures, whatever their length")
    func mixes() {
        for count in 0..<40 {
            var mixtures: Set<UInt64> = [Self.with([UInt8](repeating: 0x41, count: count)) { $0.mixture }]
            for index in 0..<count {
                var octets = [UInt8](repeating: 0x41, count: count)
                octets[index] = 0x42
                mixtures.insert(Self.with(octets) { $0.mixture })
            }
            #expect(mixtures.count == count + 1)
        }
    }

    @Test("a control is found in every place of every length, and nothing else is taken for one")
    func findsControls() {
        for count in 0..<40 {
            for octet in UInt8.min...UInt8.max {
                for index in 0..<count {
                    var octets = [UInt8](repeating: 0xC3, count: count)
                    octets[index] = octet
                    let isFree = !octets.contains { $0 < 0x20 || $0 == 0x7F }
                    if Self.with(octets, { $0.isFreeOfControls }) != isFree {
                        Issue.record("octet \(octet) at \(index) of \(count)")
                    }
                }
            }
        }
    }
}
