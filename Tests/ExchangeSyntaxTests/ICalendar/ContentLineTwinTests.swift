import ExchangeBytes
import Testing

@testable import ExchangeSyntax

/// The scanner of content lines against one that looks at one octet after the other.
@Suite("Content lines, against a naive twin") struct ContentLineTwinTests {
    struct Line: Equatable {
        var offset = 0
        var beginning: [UInt8] = []
        var name: [UInt8] = []
        var parameters: [[UInt8]] = []
        var value: [UInt8] = []
        var valueOffset = -1
        var hasFault = false
    }

    // MARK: The twin

    private static func isNameOctet(_ octet: UInt8) -> Bool {
        switch octet {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F: true
        default: false
        }
    }

    private static func naive(_ octets: [UInt8]) -> [Line] {
        var lines: [Line] = []
        var index = octets.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        while index < octets.count {
            var content: [(octet: UInt8, offset: Int)] = []
            let first = index
            while true {
                let end = octets[index...].firstIndex(of: 0x0A) ?? octets.count
                var segment = index..<end
                if segment.last.map({ octets[$0] == 0x0D }) == true {
                    segment = segment.dropLast()
                } else if segment.isEmpty, end < octets.count, content.last?.octet == 0x0D {
                    content.removeLast()
                }
                content += segment.map { (octets[$0], $0) }
                index = end + 1
                guard index < octets.count, octets[index] == 0x20 || octets[index] == 0x09 else { break }
                index += 1
            }
            if content.isEmpty { continue }
            var line = Line(offset: first, beginning: Array(octets[first...].prefix(2)))
            takeApart(content, &line)
            lines.append(line)
        }
        return lines
    }

    private static func takeApart(_ content: [(octet: UInt8, offset: Int)], _ line: inout Line) {
        var parts: [[UInt8]] = [[]]
        var index = 0
        var isQuoted = false
        while index < content.count {
            let octet = content[index].octet
            if octet == 0x22, parts.count > 1, parts[parts.count - 1].contains(0x3D) { isQuoted.toggle() }
            if octet == 0x3A, !isQuoted { break }
            if octet == 0x3B, !isQuoted { parts.append([]) } else { parts[parts.count - 1].append(octet) }
            index += 1
        }
        line.hasFault = true
        guard index < content.count, !parts[0].isEmpty, parts[0].allSatisfy(isNameOctet) else { return }
        for part in parts.dropFirst() {
            let name = part.prefix { $0 != 0x3D }
            guard !name.isEmpty, name.allSatisfy(isNameOctet) else { return }
        }
        line.hasFault = false
        line.name = parts[0]
        line.parameters = parts.dropFirst().map { $0.contains(0x3D) ? $0 : $0 + [0x3D] }
        line.value = content[(index + 1)...].map(\.octet)
        line.valueOffset = index + 1 < content.count ? content[index + 1].offset : -1
    }

    // MARK: Both

    private func scanned(
        _ octets: [UInt8], capacity: Int, skipping isSkipped: (UInt16) -> Bool = { _ in false }
    ) throws -> [Line] {
        let window = ByteWindow(try ByteInput(octets).open(), capacity: capacity, limit: 1 << 20)
        var scanner = ContentLineScanner(window)
        var lines: [Line] = []
        while true {
            scanner.skip(allowsBareLineFeed: lines.count % 2 == 0, while: isSkipped)
            guard try scanner.advance() else { return lines }
            let beginning = Array(octets[scanner.offset...].prefix(2))
            var line = Line(offset: scanner.offset, beginning: beginning, hasFault: scanner.fault != nil)
            if scanner.fault == nil {
                line.name = scanner[scanner.name].octets
                line.value = scanner[scanner.value].octets
                if !line.value.isEmpty { line.valueOffset = scanner.offset(of: Int(scanner.value.offset)) }
                for index in 0..<scanner.parameters.count {
                    let parameter = scanner.parameters[index]
                    line.parameters.append(scanner[parameter.name].octets + [0x3D] + scanner[parameter.value].octets)
                }
            }
            lines.append(line)
        }
    }

    /// Octets of those that matter to a scanner, and plain runs of lengths around those of words.
    private static func octets(_ generator: inout some RandomNumberGenerator) -> [UInt8] {
        var octets: [UInt8] = []
        let pieces: [[UInt8]] = [
            Array("\r\n".utf8), Array("\r\n".utf8), Array("\r\n ".utf8), [0x0A], [0x0A, 0x09], [0x0D], Array(";".utf8),
            Array(":".utf8), Array(":".utf8), Array("=".utf8), Array("\"".utf8), [0x00], [0x7F], Array("-_.".utf8),
            Array("è".utf8), Array("U\r\n ID:".utf8), Array("\\".utf8), Array(",".utf8), Array("[@`{/".utf8),
            [0xC3, 0x0D, 0x0A, 0x20, 0xA8], Array(";TZID=Europe/Rome:".utf8), Array(";X=\"a:b;c\":".utf8),
        ]
        for _ in 0..<Int.random(in: 0...14, using: &generator) {
            if Bool.random(using: &generator) {
                let count = [1, 2, 7, 8, 9, 15, 16, 17, 31, 32, 33, 63, 64, 65].randomElement(using: &generator) ?? 1
                let letter = Array("AZSXaz09-".utf8).randomElement(using: &generator) ?? 0x41
                octets += [UInt8](repeating: letter, count: count)
            }
            octets += pieces.randomElement(using: &generator) ?? []
        }
        return octets
    }

    @Test("any octets, at any edge of the window, are the same lines")
    func lines() throws {
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<3000 {
            let octets = Self.octets(&generator)
            let capacity = [1, 3, 8, 13, 16, 64, 4096].randomElement(using: &generator) ?? 64
            let expected = Self.naive(octets)
            let found = try scanned(octets, capacity: capacity)
            if found != expected { Issue.record("\(octets), window \(capacity): \(found), not \(expected)") }
        }
    }

    @Test("lines that are skipped are those that begin so, and no others")
    func skipped() throws {
        var generator = SystemRandomNumberGenerator()
        var skipped = 0
        for _ in 0..<3000 {
            let octets = Self.octets(&generator)
            let capacity = [3, 16, 64, 4096].randomElement(using: &generator) ?? 64
            let isSkipped = { (beginning: UInt16) in beginning & 0xFF == 0x41 || beginning == 0x5A53 }
            let expected = Self.naive(octets)
            let found = try scanned(octets, capacity: capacity, skipping: isSkipped)
            skipped += expected.count - found.count
            let others = { (line: Line) in line.beginning.first != 0x41 && line.beginning != [0x53, 0x5A] }
            if found.filter(others) != expected.filter(others) { Issue.record("\(octets), window \(capacity)") }
            #expect(found.allSatisfy { expected.contains($0) })
        }
        #expect(skipped > 0)
    }

    @Test("capitals and hyphens are told from every other octet, whatever stands beside them", arguments: 0..<8)
    func capitals(_ place: Int) {
        for octet in UInt8.min...UInt8.max {
            for other in [0x00, 0x2D, 0x40, 0x41, 0x5A, 0x5B, 0x7F, 0x80, 0xAD, 0xC1, 0xFF] as [UInt8] {
                let word = (0..<8).reduce(UInt64(0)) { $0 | UInt64($1 == place ? octet : other) << UInt64(8 * $1) }
                let isMarked = Word.capitals(word) >> UInt64(8 * place + 7) & 1 == 1
                #expect(isMarked == (0x41...0x5A ~= octet || octet == 0x2D))
            }
        }
    }

    // MARK: base64url

    private static func decoded(_ letters: [UInt8]) -> [UInt8]? {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
        var bits = 0
        var count = 0
        var octets: [UInt8] = []
        for letter in letters {
            guard let value = alphabet.firstIndex(of: letter) else { return nil }
            bits = bits << 6 | value
            count += 6
            if count >= 8 {
                count -= 8
                octets.append(UInt8(truncatingIfNeeded: bits >> count))
                bits &= 1 << count - 1
            }
        }
        return count < 6 && bits == 0 ? octets : nil
    }

    @Test("base64url, letter by letter and eight letters at once", arguments: 0...130)
    func base64(_ count: Int) {
        for round in 0..<20 {
            var letters: [UInt8] = []
            let last = count % 4 == 2 ? "AQgw" : count % 4 == 3 ? "AEIMQUYcgkosw048" : "-_azAZ09"
            for index in 0..<count {
                let alphabet = index == count - 1 ? last : "ABCXYZabcxyz0189-_"
                letters.append(Array(alphabet.utf8).randomElement() ?? 0x41)
            }
            if round % 3 == 1, count > 0 { letters[Int.random(in: 0..<count)] = UInt8.random(in: 0...255) }
            var spelled = ByteBuffer()
            var read = ByteBuffer()
            spelled.append(contentsOf: letters)
            read.append("before")
            let isRead = Base64URL.appendDecoded(spelled.bytes, to: &read)
            let expected = Self.decoded(letters)
            #expect(isRead == (expected != nil))
            #expect(read.bytes.octets == Array("before".utf8) + (expected ?? []))
        }
    }
}
