import ExchangeBytes
import Testing

@testable import ExchangeSyntax

@Suite("Content lines, taken apart") struct ContentLineScannerTests {
    /// A line as it was read.
    struct Line: Equatable {
        var name = ""
        var parameters: [String] = []
        var value = ""
        var offset = 0
        var valueOffset = 0
        var fault: ContentLineScanner.Fault?
    }

    private func lines(_ text: [UInt8], capacity: Int = 256 << 10, limit: Int = 1 << 20) throws -> [Line] {
        let window = ByteWindow(try ByteInput(text).open(), capacity: capacity, limit: limit)
        var scanner = ContentLineScanner(window)
        var lines: [Line] = []
        while try scanner.advance() {
            var line = Line(offset: scanner.offset, fault: scanner.fault)
            line.name = scanner[scanner.name].text
            line.value = scanner[scanner.value].text
            if scanner.fault == nil { line.valueOffset = scanner.offset(of: Int(scanner.value.offset)) }
            for index in 0..<scanner.parameters.count where scanner.fault == nil {
                let parameter = scanner.parameters[index]
                line.parameters.append("\(scanner[parameter.name].text)=\(scanner[parameter.value].text)")
            }
            lines.append(line)
        }
        return lines
    }

    private func lines(_ text: String) throws -> [Line] { try lines(Array(text.utf8)) }

    @Test("name, parameters, value, and where they are")
    func parts() throws {
        let found = try lines("A;B=c;D=\"e:;,\",f:g;h:i\r\nJ:\r\n")
        #expect(
            found == [
                Line(name: "A", parameters: ["B=c", "D=\"e:;,\",f"], value: "g;h:i", offset: 0, valueOffset: 17),
                Line(name: "J", value: "", offset: 24, valueOffset: 26),
            ])
        #expect(try lines("A;B:c") == [Line(name: "A", parameters: ["B="], value: "c", valueOffset: 4)])
    }

    @Test("folds anywhere, and offsets in the folded original")
    func folds() throws {
        let text = "SUM\r\n MARY;LANG\n\tUAGE=it:caff\u{E8}\\n\r\nX:1\r\n"
        let plain = try lines("SUMMARY;LANGUAGE=it:caff\u{E8}\\n\r\n")[0]
        let found = try lines(text)
        #expect(found[0].name == plain.name && found[0].parameters == plain.parameters && found[0].value == plain.value)
        #expect(found[0].valueOffset == 25)
        #expect(found[1] == Line(name: "X", value: "1", offset: 35, valueOffset: 37))
        let octets = Array("SUMMARY:caff\u{E8}\\n\r\n".utf8)
        for index in 1..<octets.count - 2 {
            for fold in ["\r\n ", "\n\t"] {
                let folded = try lines(Array(octets[..<index]) + Array(fold.utf8) + octets[index...])
                #expect(folded.map(\.value) == ["caff\u{E8}\\n"], "\(index)")
            }
        }
        // A line end that is folded itself, as libical 3 does.
        #expect(try lines("A:b\r\r\n \nC:d\r\n").map(\.value) == ["b", "d"])
    }

    @Test("any window gives the same lines", arguments: [1, 2, 3, 8, 13, 64])
    func windows(_ capacity: Int) throws {
        let text = Array(
            "\u{FEFF}A;B=\"c\":d\r\n\r\nLONG:\(String(repeating: "x", count: 300))\r\n y\r\n z\r\nLAST:\u{E8}".utf8)
        #expect(try lines(text, capacity: capacity) == lines(text))
        #expect(try lines(text).count == 3)
    }

    @Test("a line that is too long is gone past, and those around it are read")
    func limit() throws {
        let long = String(repeating: "x", count: 200)
        for part in ["LONG:\(long)", "LONG:\(long)\r\n \(long)\r\n \(long)"] {
            let found = try lines(Array("A:b\r\n\(part)\r\nC:d\r\n".utf8), capacity: 16, limit: 64)
            #expect(found.map(\.name) == ["A", "", "C"])
            #expect(found.map(\.fault) == [nil, .tooLong, nil])
            #expect(found[2].offset == 7 + part.utf8.count)
        }
    }

    @Test("what is no content line", arguments: ["A", "A;B", "A;B=c", "A;B=\"c:d", ":a", ";a=b:c", "A B:c", "A;=b:c"])
    func faults(_ line: String) throws {
        let found = try lines("\(line)\r\nX:1\r\n")
        #expect(
            found.count == 2 && found[0].fault == (line.contains(":") ? .badHead : .noColon) && found[1].value == "1")
    }

    @Test("octets that are no characters are replaced")
    func repair() throws {
        let found = try lines([0x41, 0x3A, 0xFF, 0x62, 0xC3, 0x0D, 0x0A])
        #expect(found.map(\.value) == ["\u{FFFD}b\u{FFFD}"] && found[0].fault == .invalidUTF8)
        let other = try lines([0x41, 0x3A, 0xEF, 0xBF, 0xBF, 0x62, 0x0D, 0x0A])
        #expect(other.map(\.value) == ["\u{FFFD}b"] && other[0].fault == .noncharacter)
    }
}

@Suite("Spellings of calendars") struct CalendarTextTests {
    private func unescaped(_ text: String) -> String {
        var source = ByteBuffer()
        var target = ByteBuffer()
        source.append(utf8: text)
        CalendarText.appendUnescaped(source.bytes, to: &target)
        return target.bytes.text
    }

    @Test(
        "TEXT without its escapes",
        arguments: [
            ("a\\nb\\Nc", "a\nb\nc"), ("\\\\\\;\\,", "\\;,"), ("C:\\temp", "C:\\temp"), ("end\\", "end\\"),
            ("\\\\n", "\\n"),
            ("0123456789\\,0123456789", "0123456789,0123456789"), ("tab\t\u{7}\u{7F}x", "tab\tx"), ("a\rb", "a\nb"),
            ("", ""),
        ])
    func text(_ spelling: String, _ text: String) { #expect(unescaped(spelling) == text) }

    @Test("what a printer escapes is read back, whatever stands before it")
    func printed() {
        for count in 0..<20 {
            let text = String(repeating: "x", count: count) + "\\;,\n\t\u{E8}\\n"
            var source = ByteBuffer()
            source.append(utf8: text)
            var printer = ContentLinePrinter()
            printer.text(source.bytes)
            #expect(unescaped(printer.line.bytes.text) == text)
        }
    }

    @Test("parts of a list, values of a parameter, and RFC 6868")
    func lists() {
        var buffer = ByteBuffer()
        func parts(_ text: String, _ each: (Bytes, (Bytes) -> Void) -> Void) -> [String] {
            buffer.removeAll()
            buffer.append(utf8: text)
            var parts: [String] = []
            each(buffer.bytes) { parts.append($0.text) }
            return parts
        }
        #expect(parts("a,b\\,c,,d\\\\,e") { CalendarText.eachPart(of: $0, $1) } == ["a", "b\\,c", "", "d\\\\", "e"])
        #expect(parts("\"a,b\",c,\"\",\"d\"") { CalendarText.eachValue(ofParameter: $0, $1) } == ["a,b", "c", "", "d"])
        #expect(parts("") { CalendarText.eachValue(ofParameter: $0, $1) } == [""])
        for (value, spelling) in [("a\nb", "a^nb"), ("\"^\"", "^'^^^'"), ("a,b", "\"a,b\""), ("^x", "^^x")] {
            var source = ByteBuffer()
            var spelled = ByteBuffer()
            var read = ByteBuffer()
            source.append(utf8: value)
            CalendarText.appendSpelled(parameter: source.bytes, to: &spelled)
            #expect(spelled.bytes.text == spelling)
            CalendarText.eachValue(ofParameter: spelled.bytes) { CalendarText.appendParameter($0, to: &read) }
            #expect(read.bytes.text == value)
        }
        var odd = ByteBuffer()
        var read = ByteBuffer()
        odd.append("a^b^")
        CalendarText.appendParameter(odd.bytes, to: &read)
        #expect(read.bytes.text == "a^b^")
    }

    @Test("base64url is read in its one spelling")
    func base64() {
        for count in 0..<200 {
            var source = ByteBuffer()
            var spelled = ByteBuffer()
            var read = ByteBuffer()
            for index in 0..<count { source.append(UInt8(truncatingIfNeeded: index &* 37 &+ count)) }
            Base64URL.append(source.bytes, to: &spelled)
            #expect(Base64URL.appendDecoded(spelled.bytes, to: &read))
            #expect(read.bytes.octets == source.bytes.octets)
        }
        for wrong in ["a", "aaaaa", "aa=", "aa==", "a+aa", "a/aa", "aB", "aaB", "aa a", "\u{E8}aa"] {
            var source = ByteBuffer()
            var read = ByteBuffer()
            source.append(utf8: wrong)
            #expect(!Base64URL.appendDecoded(source.bytes, to: &read) && read.isEmpty, "\(wrong)")
        }
    }
}
