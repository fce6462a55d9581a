import ExchangeBytes
import Testing

@Suite struct UTF8CheckTests {
    @Test("every character but noncharacters is text, wherever it stands")
    func characters() {
        var buffer = ByteBuffer()
        // All of the first two planes, and the ends and a sample of the others.
        for value in UInt32(0)...0x10FFFF where value < 0x20000 || value & 0xFFFF > 0xFFF0 || value % 97 == 0 {
            guard let scalar = Unicode.Scalar(value) else { continue }
            // What lies before it decides how the octets fall into words.
            let before = Int(value % 9)
            buffer.removeAll()
            for _ in 0..<before { buffer.append(0x61) }
            for octet in UTF8.encode(scalar) ?? .init() { buffer.append(octet) }
            let isNoncharacter = value & 0xFFFE == 0xFFFE || (0xFDD0...0xFDEF).contains(value)
            if UTF8Check.firstFault(buffer.bytes) != (isNoncharacter ? before : nil) { Issue.record("\(scalar)") }
            if isNoncharacter { #expect(UTF8Check.isNoncharacter(buffer.bytes, at: before)) }
        }
    }

    @Test("three octets of every kind are text to us if they are to Swift")
    func triples() {
        var buffer = ByteBuffer()
        let octets: [UInt8] = [
            0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xEC, 0xED, 0xEE,
            0xF0, 0xF1, 0xF3,
            0xF4, 0xF5, 0xF8, 0xFF,
        ]
        for first in octets {
            for second in octets {
                for third in octets {
                    for fourth in [0x41, 0x80, 0xBF, 0xC2] as [UInt8] {
                        let run = [first, second, third, fourth]
                        buffer.removeAll()
                        buffer.append(contentsOf: run)
                        let text = String(validating: run, as: UTF8.self)
                        let isText =
                            text.map { !$0.unicodeScalars.contains(where: \.properties.isNoncharacterCodePoint) }
                            ?? false
                        if (UTF8Check.firstFault(buffer.bytes) == nil) != isText { Issue.record("\(run)") }
                    }
                }
            }
        }
    }

    @Test("a character that is cut off is none", arguments: ["è", "€", "😀"], 0...9)
    func cut(_ text: String, _ before: Int) {
        for count in 1..<text.utf8.count {
            var buffer = ByteBuffer()
            buffer.append(contentsOf: [UInt8](repeating: 0x61, count: before) + text.utf8.prefix(count))
            let run = buffer.bytes
            // The rest of the character lies behind the run, where nobody may look.
            buffer.append(contentsOf: Array(text.utf8.dropFirst(count)))
            #expect(UTF8Check.firstFault(Bytes(start: buffer.bytes.start, count: run.count)) == before)
        }
    }

    @Test("a fault is found wherever it stands among words and strides of them", arguments: 1...100)
    func places(_ count: Int) {
        for place in 0..<count {
            for (fault, text) in [(0xFF, "a"), (0x80, "è"), (0xC3, "ab€")] as [(UInt8, String)] {
                var octets = Array(Array(repeating: Array(text.utf8), count: count).joined())
                let begin = octets.count / count * place
                octets.insert(fault, at: begin)
                octets = Array(octets.prefix(max(count, begin + 1)))
                var buffer = ByteBuffer()
                buffer.append(contentsOf: octets)
                if UTF8Check.firstFault(buffer.bytes) != begin { Issue.record("\(octets)") }
            }
        }
    }
}
