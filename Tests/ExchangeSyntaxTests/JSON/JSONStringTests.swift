import ExchangeBytes
import ExchangeSyntax
import Testing

/// Strings of every length around those that are read as three words: what JSON spells is read back, and a string that is
/// cut short, or that no JSON has, is refused as a longer one is.
@Suite struct JSONStringTests {
    @Test("a string is read as it was meant", arguments: 0...40)
    func reading(_ count: Int) throws {
        let alphabet = ["a", "b", "7", " ", "\"", "\\", "\n", "\t", "\u{7F}", "è", "م", "𝄞"]
        for round in 0..<200 {
            let isPlain = round.isMultiple(of: 2)
            let text = (0..<count).map { _ in isPlain ? "a" : alphabet.randomElement() ?? "" }.joined()
            var meant = ByteBuffer()
            var spelled = ByteBuffer()
            var target = ByteBuffer(capacity: 1)
            meant.append(utf8: text)
            JSONText.append(meant.bytes, to: &spelled)
            var scanner = try Self.scanner(spelled.bytes.octets + Array(",\"behind\"".utf8))
            target.append("before")
            let slice = try scanner.string(into: &target)
            #expect(target[slice].text == text)
            #expect(target.bytes.text == "before" + text)
            #expect(scanner.index == spelled.count)
        }
    }

    @Test("a string that ends with the input, or holds a control, is refused", arguments: 0...40)
    func refusing(_ count: Int) throws {
        let plain = [UInt8(ascii: "\"")] + [UInt8](repeating: UInt8(ascii: "a"), count: count)
        for octets in [
            plain, plain + [0x0A, 0x22], plain + [0x00, 0x22], plain + [0xC3, 0x22], plain + [0x5C, 0x22],
        ] {
            var scanner = try Self.scanner(octets)
            var target = ByteBuffer()
            #expect(throws: Halt.self) { _ = try scanner.string(into: &target) }
        }
    }

    @Test("a string may be as long as the limit, and no longer", arguments: [1, 7, 8, 15, 16, 22, 23, 24, 30])
    func limits(_ count: Int) throws {
        let octets = Array("\"\(String(repeating: "a", count: count))\"".utf8)
        var limits = Limits()
        limits.string = count
        var target = ByteBuffer()
        var scanner = try Self.scanner(octets, limits)
        #expect(Int(try scanner.string(into: &target).count) == count)
        limits.string = count - 1
        scanner = try Self.scanner(octets, limits)
        #expect(throws: Halt.self) { _ = try scanner.string(into: &target) }
    }

    private static func scanner(_ octets: [UInt8], _ limits: Limits = Limits()) throws -> JSONScanner {
        var window = ByteWindow(try ByteInput(octets).open(at: 0), capacity: max(1, octets.count) + 8)
        _ = try window.refill(keepingFrom: 0)
        _ = try window.refill(keepingFrom: 0)
        return JSONScanner(window, limits: limits)
    }
}
