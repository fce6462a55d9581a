import ExchangeBytes
import Testing

@testable import ExchangeSyntax

/// Lines that begin as others did, and lines that carry base64, against a scanner that has met neither.
@Suite("Content lines that begin alike") struct KnownHeadTests {
    /// A line as a reader sees it: name, parameters, value, where it and its value lie, what is wrong with it.
    private static func line(_ scanner: inout ContentLineScanner) -> [[UInt8]] {
        var parts = [Array("\(String(describing: scanner.fault))".utf8)]
        if scanner.fault == .badHead || scanner.fault == .noColon { return parts }
        parts += [scanner[scanner.name].octets, scanner[scanner.value].octets]
        for index in 0..<scanner.parameters.count {
            let parameter = scanner.parameters[index]
            parts += [scanner[parameter.name].octets, scanner[parameter.value].octets]
        }
        let valueOffset = scanner.offset(of: Int(scanner.value.offset))
        parts.append(Array("\(scanner.offset) \(valueOffset) \(scanner.valueOffset == valueOffset)".utf8))
        return parts
    }

    private static func scanner(_ octets: [UInt8], _ capacity: Int) throws -> ContentLineScanner {
        ContentLineScanner(ByteWindow(try ByteInput(octets).open(), capacity: capacity, limit: 1 << 20))
    }

    /// Lines out of few, some of them folded, broken or longer than what is kept.
    private static func lines(_ generator: inout some RandomNumberGenerator) -> [[UInt8]] {
        let long = String(repeating: "N", count: 49)
        let beginnings = [
            "BEGIN:", "END:", "E:", "EN:", "UID:", "DTSTAMP:", "DTSTART:", "DTSTART;TZID=Europe/Rome:",
            "DTSTART;TZID=Europe/Rom\r\n e:", "DTSTART;TZID=Europe/Rome", "SUMMARY;LANGUAGE=it:",
            "SUMMARY;LANGUAGE=fr:",
            "SUMMARY;LANGUAGE=\"it\":", "summary;language=it:", "X;A=1;B=2;C=3;D=4:", "X;A=1;B=2;C=3;D=4;E=5:",
            "\(long):", "\(long)N:", ";:", "\u{E8}:", "\(String(repeating: "N", count: 47)):",
        ]
        let values = ["", "a", "VEVENT", "Apertura degli studi", "\u{E8}\r\n \u{E9}", "x\r\n\ty", ":::", "\u{FFFF}"]
        return (0..<40).map { _ in
            let beginning = beginnings.randomElement(using: &generator) ?? ""
            var line = Array((beginning + (values.randomElement(using: &generator) ?? "")).utf8)
            if Int.random(in: 0..<20, using: &generator) == 0 { line.append(0xFF) }
            return line + Array("\r\n".utf8)
        }
    }

    @Test("a line is the same after any others, and what is kept of it is of its beginning")
    func alike() throws {
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<300 {
            let lines = Self.lines(&generator)
            let capacity = [1, 8, 64, 4096].randomElement(using: &generator) ?? 64
            var whole = try Self.scanner(Array(lines.joined()), capacity)
            var offset = 0
            for octets in lines {
                var alone = try Self.scanner([UInt8](repeating: 0x0A, count: offset) + octets, 4096)
                guard try whole.advance(), try alone.advance() else {
                    Issue.record("there is a line")
                    return
                }
                let (found, expected) = (Self.line(&whole), Self.line(&alone))
                #expect(found == expected)
                let head = whole.line.prefix(Int(whole.value.offset)).octets
                let sum = UInt8(truncatingIfNeeded: head.reduce(1) { ($0 &* 31 &+ Int($1)) & 0x7F }) | 1
                let mark = whole.mark
                #expect(mark == 0 || mark == sum)
                whole.keep(mark: sum)
                offset += octets.count
            }
            let hasMore = try whole.advance()
            #expect(!hasMore)
        }
    }

    @Test("base64 on a folded line is what is decoded when it is unfolded first")
    func encoded() throws {
        var generator = SystemRandomNumberGenerator()
        var taken = 0
        for _ in 0..<3000 {
            var text = ByteBuffer()
            let length = [0, 1, 2, 3, 46, 47, 100, 300].randomElement(using: &generator) ?? 0
            for _ in 0..<length { text.append(UInt8.random(in: 0x20...0x7E, using: &generator)) }
            var printer = ContentLinePrinter(foldingAt: [20, 75, 76, 1000].randomElement(using: &generator) ?? 75)
            printer.line.append("X-COS-DATA:1.")
            Base64URL.append(text.bytes, to: &printer.line)
            var output = ByteBuffer()
            printer.end(to: &output)
            var octets = output.bytes.octets
            if Bool.random(using: &generator) {
                let index = Int.random(in: 1..<octets.count, using: &generator)
                let others: [UInt8] = [0x0A, 0x0D, 0x20, 0x09, 0x41, 0x80, 0x3D]
                octets[index] = others.randomElement(using: &generator) ?? 0
            }
            octets += Array("END:VEVENT\r\n".utf8)
            let capacity = [1, 64, 100, 4096].randomElement(using: &generator) ?? 64
            var first = try Self.scanner(octets, 4096)
            var second = try Self.scanner(octets, capacity)
            var here = ByteBuffer()
            var there = ByteBuffer()
            guard try first.advance() else { continue }
            // What is not in the window yet is never taken.
            if let slice = second.takeEncoded("X-COS-DATA:1.", into: &here) {
                Issue.record("nothing was read yet, and \(slice) was taken")
            }
            var other = try Self.scanner(Array("BEGIN:VEVENT\r\n".utf8) + octets, capacity)
            let hasFirst = try other.advance()
            #expect(hasFirst)
            guard let slice = other.takeEncoded("X-COS-DATA:1.", into: &here) else {
                let isEmpty = here.isEmpty
                #expect(isEmpty)
                let hasSecond = try other.advance()
                #expect(hasSecond)
                let (name, value) = (other[other.name].octets, other[other.value].octets)
                let (firstName, firstValue) = (first[first.name].octets, first[first.value].octets)
                #expect(name == firstName && value == firstValue)
                continue
            }
            taken += 1
            let isPlain = first[first.name].equals("X-COS-DATA") && !first.hasBareLineFeed
            let isDecoded = Base64URL.appendDecoded(first[first.value].dropping(2), to: &there)
            #expect(isPlain && isDecoded)
            let (found, expected) = (here[slice].octets, there.bytes.octets)
            #expect(found == expected)
            let (offset, end, firstEnd) = (other.offset, other.nextOffset, first.nextOffset)
            #expect(offset == 14 && end == firstEnd + 14)
        }
        #expect(taken > 100)
    }
}
