import ExchangeBytes
import Testing

@testable import ExchangeSyntax

/// Each loop over words finds what a loop over octets finds.
@Suite struct XMLKernelTests {
    /// The index of the first octet that a test is true of, or the limit.
    private static func first(_ octets: [UInt8], from index: Int, to limit: Int, _ test: (UInt8) -> Bool) -> Int {
        (index..<max(index, limit)).first { test(octets[$0]) } ?? limit
    }

    private static func check(
        _ name: String, _ kernel: (UnsafeRawPointer, Int, Int) -> Int, _ test: (UInt8) -> Bool
    ) {
        let seed = UInt64.random(in: 1...999_999_999)
        var random = SplitMix(state: seed)
        var near: [UInt8] = []
        for byte in UInt8.min...UInt8.max where test(byte) {
            near += [byte, byte ^ 1, byte ^ 2, byte ^ 0x80, byte &+ 1, byte & 0x7F]
        }
        for count in Array(0...70) + [127, 128, 129, 255, 256, 257] {
            for round in 0..<40 {
                var octets: [UInt8] = (0..<count).map { _ in UInt8(0x61 + random.below(26)) }
                for _ in 0..<(round % 4) where count > 0 {
                    let isNear = random.below(2) == 0
                    octets[random.below(count)] = isNear ? near[random.below(near.count)] : UInt8(random.below(256))
                }
                // What lies behind the limit must not count.
                let limit = random.below(count + 1)
                let index = random.below(limit + 1)
                var buffer = ByteBuffer()
                buffer.append(contentsOf: octets)
                let found = kernel(buffer.bytes.start, index, limit)
                #expect(
                    found == first(octets, from: index, to: limit, test),
                    "\(name), seed \(seed): \(octets), \(index), \(limit)")
            }
        }
    }

    @Test("the end of a text")
    func text() {
        Self.check("text", { XMLKernel.endOfText($0, from: $1, to: $2) }) { Array("<>&\r".utf8).contains($0) }
    }

    @Test("the end of a value", arguments: [UInt8(ascii: "\""), UInt8(ascii: "'")])
    func value(_ quote: UInt8) {
        Self.check("value", { XMLKernel.endOfValue($0, from: $1, to: $2, quote) }) {
            $0 == quote || $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") || $0 < 0x20
        }
    }

    @Test("the end of a piece of a section")
    func section() {
        Self.check("section", { XMLKernel.endOfSection($0, from: $1, to: $2) }) {
            $0 == UInt8(ascii: "]") || $0 == 0x0D
        }
    }

    @Test("the end of a name of letters")
    func letters() {
        Self.check("letters", { XMLKernel.endOfLetters($0, from: $1, to: $2) }) {
            ($0 | 0x20) < 0x61 || ($0 | 0x20) > 0x7A
        }
    }

    @Test("the end of white space")
    func blanks() {
        Self.check("blanks", { XMLKernel.endOfBlanks($0, from: $1, to: $2) }) { !$0.isXMLBlank }
        var random = SplitMix(state: UInt64.random(in: 1...999_999_999))
        for count in 0..<100 {
            let octets: [UInt8] = (0..<count).map { _ in
                [0x20, 0x20, 0x20, 0x20, 0x20, 0x20, 0x0A, 0x09, 0x0D, 0x3C, 0x00, 0xA0][
                    random.below(count < 50 ? 9 : 12)]
            }
            var buffer = ByteBuffer()
            buffer.append(contentsOf: octets + [0x20, 0x20])
            let found = XMLKernel.endOfBlanks(buffer.bytes.start, from: 0, to: count)
            #expect(found == Self.first(octets, from: 0, to: count) { !$0.isXMLBlank })
        }
    }

    @Test("whether a name stands at a place")
    func sameness() {
        var random = SplitMix(state: UInt64.random(in: 1...999_999_999))
        for count in 0..<40 {
            for _ in 0..<20 {
                let name = (0..<count).map { _ in UInt8(random.below(256)) }
                var other = name
                if count > 0, random.below(2) == 0 { other[random.below(count)] ^= UInt8(1 << random.below(8)) }
                var one = ByteBuffer()
                var two = ByteBuffer()
                one.append(contentsOf: name + [1])
                two.append(contentsOf: other + [2])
                #expect(XMLKernel.isSame(two.bytes.start, one.bytes.prefix(count)) == (name == other))
            }
        }
    }

    @Test("one of two octets")
    func either() {
        Self.check("either", { XMLKernel.either(0x2D, 0x7F, $0, from: $1, to: $2) }) { $0 == 0x2D || $0 == 0x7F }
    }

    @Test("the first control")
    func control() {
        Self.check("control", { XMLKernel.firstControl($0, from: $1, to: $2) }) { $0 < 0x20 && !$0.isXMLBlank }
    }
}
