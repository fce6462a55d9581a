import ExchangeDiagnostics
import ExchangeFormats
import ExchangeModel
import Foundation
import Testing

/// Input that was made to break something.
@Suite struct HostileInputTests {
    /// One of everything that a reader distinguishes, in few octets.
    private static let small = Array(
        #"{"id":"a","name":{"it":"è","en":"\u00e9\n"},"events":[{"id":"e","capacity":12,"slots":[{"id":"s"}]},{}],"x-a":[1.5e1,true,null]}"#
            .utf8)
    private static let line = Array(
        "{\"record\":\"exchange\",\"id\":\"a\"}\n{\"x\":[1.5,true],\"record\":\"event\",\"name\":{\"it\":\"è\"},\"extras\":{\"y\":null}}\n"
            .utf8)

    /// Whether the reader agrees with another. What is of the wrong shape is no exchange, be it JSON or not.
    private static func agrees(_ fault: Diagnostic?, _ verdict: Bool) -> Bool {
        fault == nil ? verdict : fault?.code == .wrongType || !verdict
    }

    @Test("a document of which one octet is changed is what Python says it is")
    func mutations() throws {
        var texts: [[UInt8]] = []
        for index in Self.small.indices {
            for octet in UInt8.min...UInt8.max where octet != Self.small[index] {
                var text = Self.small
                text[index] = octet
                texts.append(text)
            }
        }
        guard let verdicts = Python.verdicts(on: texts) else { return }
        #expect(verdicts.count == texts.count)
        for (text, verdict) in zip(texts, verdicts) {
            let fault = Conversion(text, window: 4096).fault
            #expect(Self.agrees(fault, verdict), "\(String(decoding: text, as: UTF8.self)): \(fault as Any)")
        }
    }

    @Test("a document of which octets are left out or come twice is what Python says it is")
    func cuts() throws {
        var texts: [[UInt8]] = []
        for index in Self.small.indices {
            for count in 1...3 {
                texts.append(Array(Self.small[..<index] + Self.small[min(index + count, Self.small.count)...]))
                texts.append(
                    Array(
                        Self.small[..<index] + Self.small[index..<min(index + count, Self.small.count)]
                            + Self.small[index...]))
            }
        }
        guard let verdicts = Python.verdicts(on: texts) else { return }
        for (text, verdict) in zip(texts, verdicts) {
            let fault = Conversion(text, window: 64, piece: 5).fault
            #expect(Self.agrees(fault, verdict), "\(String(decoding: text, as: UTF8.self)): \(fault as Any)")
        }
    }

    @Test("lines of which one octet is changed are read or refused, and what is read comes back")
    func lines() {
        for index in Self.line.indices {
            for octet in [
                0, 0x09, 0x0A, 0x0D, 0x20, 0x22, 0x2C, 0x30, 0x3A, 0x5B, 0x5C, 0x5D, 0x65, 0x7B, 0x7D, 0x80, 0xC3, 0xFF,
            ] as [UInt8] {
                var text = Self.line
                text[index] = octet
                let first = Conversion(text, from: .ndjson, to: .ndjson, window: 4096)
                guard first.fault == nil else { continue }
                #expect(Conversion(first.output, from: .ndjson, to: .ndjson, window: 4096).output == first.output)
            }
        }
    }

    @Test("no beginning of a document is taken for the whole", arguments: [Format.json, .ndjson])
    func truncation(_ format: Format) throws {
        let sample = try Fixture.sample()
        let whole = format == .json ? sample : Conversion(sample, to: .ndjson).output
        let text = format == .json ? Self.small : Self.line
        for end in 0..<text.count - 1 {
            // A line may end at the end of a record.
            let isWhole = format == .ndjson && end > 0 && text[end - 1...end].contains(0x0A)
            #expect((Conversion(Array(text[..<end]), from: format, window: 64).fault == nil) == isWhole, "\(end)")
        }
        for end in stride(from: 0, to: whole.count - 2, by: 97) {
            let fault = Conversion(Array(whole[..<end]), from: format, window: 1000).fault
            guard let fault else {
                #expect(format == .ndjson && (whole[end] == 0x0A || end > 0 && whole[end - 1] == 0x0A))
                continue
            }
            #expect(fault.code == .unexpectedEnd || fault.code == .jsonSyntax, "\(end): \(fault)")
        }
    }

    @Test(
        "what is no text in UTF-8 is told so",
        arguments: [
            String.Encoding.utf16LittleEndian, .utf16BigEndian, .utf32LittleEndian, .utf32BigEndian, .utf16, .utf32,
        ])
    func otherEncodings(_ encoding: String.Encoding) throws {
        for (text, format) in [
            ("{\"id\":\"a\"}", Format.json), ("{\"record\":\"exchange\"}\n", .ndjson), ("[]", .json), ("1", .json),
        ] {
            let octets = Array(try #require(text.data(using: encoding)))
            let fault = try #require(Conversion(octets, from: format).fault)
            #expect(fault.code == .invalidUTF8)
            #expect(fault.message.contains("UTF-16"))
            #expect(fault.location.position.line == 1)
        }
    }

    @Test("a byte order mark is read over with a note, once and at the beginning", arguments: [Format.json, .ndjson])
    func byteOrderMark(_ format: Format) {
        let text =
            format == .json
            ? "{\"id\":\"a\",\"events\":[{\"id\":\"e\"}]}"
            : "{\"record\":\"exchange\",\"id\":\"a\"}\n{\"record\":\"event\",\"id\":\"e\"}"
        for (window, piece) in [(64, 1), (64, 2), (4096, 100)] {
            let marked = Conversion(Array("\u{FEFF}\(text)".utf8), from: format, window: window, piece: piece)
            #expect(marked.fault == nil)
            #expect(marked.output == Conversion(text, from: format).output)
            #expect(marked.remarks.map(\.code) == [.byteOrderMark])
        }
        #expect(Conversion("\u{FEFF}\u{FEFF}\(text)", from: format).fault != nil)
        #expect(Conversion(" \u{FEFF}\(text)", from: format).fault != nil)
        #expect(Conversion(String(repeating: " ", count: 1000) + "\u{FEFF}\(text)", from: format).fault != nil)
        #expect(Conversion("\u{FEFF}", from: format).fault?.code == .unexpectedEnd)
        #expect(Conversion([0xEF, 0xBB], from: format).fault != nil)
        #expect(Conversion([0], from: format).fault?.code == .controlCharacter)
    }

    @Test("a hundred thousand members cost no square", arguments: [Format.json, .ndjson])
    func manyMembers(_ format: Format) {
        let names = (0..<90_000).map { "\"n\($0)\":1" }
        let opening = format == .json ? "{" : "{\"record\":\"exchange\","
        let unique = opening + "\"x\":{\(names.joined(separator: ","))}}"
        #expect(Conversion(unique, from: format).fault?.code == nil)
        let twice = opening + "\"x\":{\(names.joined(separator: ",")),\"n5\":2}}"
        let fault = Conversion(twice, from: format).fault
        #expect(fault?.code == .duplicateKey)
        #expect(fault?.related.first?.location.position.offset == opening.utf8.count + 5 + 5 * 7)
        let same = opening + "\"x\":{\(Array(repeating: "\"n\":1", count: 100_000).joined(separator: ","))}}"
        #expect(Conversion(same, from: format).fault?.location.position.offset == opening.utf8.count + 5 + 6)
    }

    @Test("long strings, long names, long numbers and long runs of blanks are read across windows")
    func longThings() {
        let long = String(repeating: "è", count: 100_000)
        let digits = String(repeating: "7", count: 100_000)
        let text =
            "{\"id\":\"\(long)\",\(String(repeating: "\n", count: 300_000))\"\(long)\":[\(digits),-0.\(digits)e\(digits)]}"
        let conversion = Conversion(Array(text.utf8), window: 64, piece: 4096)
        #expect(conversion.fault == nil)
        #expect(conversion.text == "{\n  \"id\": \"\(long)\",\n  \"\(long)\": [\(digits),-0.\(digits)e\(digits)]\n}\n")
        let place =
            "{\"places\":[{\"latitude\":\(digits)},{\"latitude\":0.\(digits)},{\"latitude\":1e\(digits)},{\"latitude\":1e-9223372036854775808}]}"
        #expect(Conversion(place).remarks.map(\.code) == [.wrongType, .wrongType, .wrongType, .wrongType])
    }

    @Test("an array of records that holds or is something else is told")
    func collections() {
        for nothing in ["null", "\"\"", "{}"] {
            let conversion = Conversion("{\"id\":\"a\",\"events\":\(nothing)}")
            #expect(conversion.fault == nil)
            #expect(conversion.remarks.map(\.code) == [.emptyValue])
            #expect(!conversion.text.contains("events"))
        }
        for other in ["5", "true", "\"a\"", "{\"a\":[1]}"] {
            let conversion = Conversion("{\"id\":\"a\",\"events\":\(other)}")
            #expect(conversion.remarks.map(\.code) == [.wrongType])
            #expect(conversion.text.contains("\"events\": \(other)"))
            #expect(
                Conversion(Conversion(conversion.output, to: .ndjson).output, from: .ndjson).output == conversion.output
            )
        }
        #expect(Conversion("{\"id\":\"a\",\"events\":[]}").text == Conversion("{\"id\":\"a\"}").text)
        #expect(Conversion("{\"events\":[],\"events\":[]}").fault?.code == .duplicateKey)
        #expect(
            Conversion("{\"record\":\"exchange\",\"events\":null,\"events\":5}", from: .ndjson).fault?.code
                == .duplicateKey)
    }
}
