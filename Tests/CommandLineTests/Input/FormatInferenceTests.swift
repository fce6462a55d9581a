import ExchangeFormats
import Testing

@testable import cos_exchange

@Suite("The format of an input")
struct FormatInferenceTests {
    @Test(
        "is seen in its first octets",
        arguments: [
            ("{\"format\": \"cos-exchange\"}", .format(.json)), ("\u{FEFF} \n[", .format(.json)),
            ("{\n\"record\": 1}\n{}", .format(.json)),
            (#"{"record":"exchange"}"# + "\n" + #"{"record":"city"}"#, .format(.ndjson)),
            (#"{"a":"\"}","record":"exchange"}"# + "\r\n{", .format(.ndjson)),
            (#"{"record":"exchange"}"# + "\n", .format(.ndjson)), (#"{"x":{"record":1}}"# + "\n{", .format(.json)),
            (#"{"record":"exchange","name":{"it":"a line that has no end yet"#, .format(.ndjson)),
            (#"{"record":"exchange","name":{"# + "\n", .format(.json)),
            ("<?xml version", .format(.xml)), ("\u{FEFF}<exchange>", .format(.xml)),
            ("begin:vcalendar\r\n", .format(.ics)),
            ("id;name@it;start\n", .table), ("\"id\"\t\"name\"\n", .table), ("\u{FEFF}Record, id\r\n", .table),
            ("Dear Sir, I am\n", .unknown), ("id", .unknown), ("", .unknown), ("hello", .unknown),
            ("PK\u{3}\u{4}x", .archive), ("a\0b", .binary),
        ] as [(String, ContentSniff)])
    func isSeen(_ text: String, _ sniff: ContentSniff) {
        #expect(ContentSniff(Array(text.utf8)) == sniff)
    }

    @Test("is told apart from what no text begins with")
    func seesOtherEncodings() {
        #expect(ContentSniff([0xFF, 0xFE, 0x7B, 0x00]) == .utf16)
        #expect(ContentSniff([0xFE, 0xFF, 0x00, 0x7B]) == .utf16)
        #expect(ContentSniff([0x7B, 0x00, 0x22, 0x00]) == .utf16)
        #expect(ContentSniff([0x00, 0x7B, 0x00, 0x22]) == .utf16)
        #expect(ContentSniff([0xD0, 0xCF, 0x11, 0xE0, 0xA1]) == .archive)
        #expect(ContentSniff([0x00, 0x00]) == .binary)
    }

    private func infer(_ explicit: Format?, _ path: String?, _ head: String) -> Result<Format, Failure> {
        Result { () throws(Failure) in
            try FormatInference.format(saying: explicit, named: path, called: path ?? "-", head: Array(head.utf8))
        }
    }

    @Test(
        "is what the user says, or else the name, or else the look",
        arguments: [
            (.ndjson, "p.json", "{}", .ndjson), (.json, "p.xml", "<", .json), (nil, "p.json", "{}", .json),
            (nil, "p.JSON", "garbage", .json),
            (nil, "p.jsonl", "x", .ndjson), (nil, nil, "{}", .json), (nil, "p.txt", "{}", .json),
            (nil, "a.json/p", "{}", .json),
            (nil, "p.json", "id,name\n", .json),
        ] as [(Format?, String?, String, Format)])
    func isTold(_ explicit: Format?, _ path: String?, _ head: String, _ format: Format) throws {
        let inferred = try infer(explicit, path, head).get()
        #expect(inferred == format)
    }

    @Test(
        "is never guessed",
        arguments: [
            (nil, "p.json", "<x/>", "'p.json' is called JSON by its ending, but looks like XML"),
            (nil, "p.ndjson", "{}", "'p.ndjson' is called NDJSON by its ending, but looks like JSON"),
            (nil, "p.xml", "{}", "'p.xml' is called XML by its ending, but looks like JSON"),
            (nil, nil, "hello", "cannot tell the format of standard input"),
            (nil, "p", "hello", "cannot tell the format of 'p'"),
            (nil, "p.json", "PK\u{3}\u{4}", "'p.json' is a spreadsheet or a zip archive"),
            (nil, "p.json", "a\0b", "'p.json' is not text: it has octets of value 0"),
            (.jsonld, "p.json", "{}", "'p.json' is JSON-LD, which is only written"),
            (nil, "p.geojson", "{}", "'p.geojson' is GeoJSON, which is only written"),
        ] as [(Format?, String?, String, String)])
    func isNeverGuessed(_ explicit: Format?, _ path: String?, _ head: String, _ message: String) {
        guard case .failure(let failure) = infer(explicit, path, head) else {
            Issue.record("a format was found")
            return
        }
        #expect(failure.code == .dataError)
        #expect(failure.message == message)
    }

    @Test(
        "is asked for only among those that can be read",
        arguments: [
            ("p.ndjson", "{}", "say which it is: '--from json' or '--from ndjson'"),
            ("p.json", "<x/>", "say which it is: '--from xml' or '--from json'"),
            ("p.xml", "{}", "say which it is: '--from json' or '--from xml'"),
            ("p.xml", "BEGIN:VCALENDAR", "say which it is: '--from ics' or '--from xml'"),
        ])
    func isAskedFor(_ path: String, _ head: String, _ help: String) {
        guard case .failure(let failure) = infer(nil, path, head) else {
            Issue.record("a format was found")
            return
        }
        #expect(failure.help == [help])
    }

    @Test("of an output is what the user says, or else the name")
    func isTakenForOutput() throws {
        let said = FormatInference.format(saying: .json, output: "x.ics")
        let named = FormatInference.format(saying: nil, output: "x.ics")
        let neither = FormatInference.format(saying: nil, output: "x.txt")
        #expect(said == .json)
        #expect(named == .ics)
        #expect(neither == nil)
    }

    @Test("has endings and a media type of its own")
    func areToldApart() {
        let endings = Format.allCases.flatMap(\.endings)
        #expect(Set(endings).count == endings.count)
        #expect(Set(Format.allCases.map(\.mediaType)).count == Format.allCases.count)
    }
}
