import ExchangeDiagnostics
import ExchangeSyntax
import Testing

/// What is no XML, or none that is read, is told where it is.
@Suite struct XMLFaultTests {
    /// What is wrong, the code, and the line and the column.
    static let faults: [(document: String, code: Code, position: String)] = [
        ("", .unexpectedEnd, "1:1"),
        ("   ", .unexpectedEnd, "1:4"),
        ("x", .notWellFormed, "1:1"),
        ("<a>\n  <b>\n  </c>\n</a>", .notWellFormed, "3:3"),
        ("<a>\n  <b></a>", .notWellFormed, "2:6"),
        ("<a>\n", .unexpectedEnd, "2:1"),
        ("<a b='1' b='2'/>", .notWellFormed, "1:10"),
        ("<a>\n é &nbsp; </a>", .notWellFormed, "2:4"),
        ("<a>\r\n&#0;</a>", .notWellFormed, "2:1"),
        ("<a>&#27;</a>", .notWellFormed, "1:4"),
        ("<a b='&#1;'/>", .notWellFormed, "1:7"),
        ("<a>x &y</a>", .notWellFormed, "1:6"),
        ("<a>x & y</a>", .notWellFormed, "1:6"),
        ("<a>\n\u{1}</a>", .notWellFormed, "2:1"),
        ("<a>\u{0}</a>", .notWellFormed, "1:4"),
        ("<a b=1/>", .notWellFormed, "1:6"),
        ("<a b/>", .notWellFormed, "1:5"),
        ("<a b='<'/>", .notWellFormed, "1:7"),
        ("<a>]]></a>", .notWellFormed, "1:4"),
        ("<a/><b/>", .notWellFormed, "1:5"),
        ("<a/>x", .notWellFormed, "1:5"),
        ("<p:a/>", .notWellFormed, "1:1"),
        ("<a>\n <b p:c='d'/></a>", .notWellFormed, "2:2"),
        (" <?xml version='1.0'?><a/>", .notWellFormed, "1:2"),
        ("<a>\(String(decoding: [0xEF, 0xB7, 0x90] as [UInt8], as: UTF8.self))</a>", .controlCharacter, "1:4"),
        ("<a>\n&#xFDD0;</a>", .controlCharacter, "2:1"),
        ("<a\nb='x&#x1FFFE;'/>", .controlCharacter, "2:4"),
        ("<?xml version='1.0' encoding='ISO-8859-1'?><a/>", .xmlEncoding, "1:31"),
        ("<?xml version='1.0' encoding=\"UTF-7\"?><a/>", .xmlEncoding, "1:31"),
        ("<?xml version='1.0' encoding='UTF-16'?><a/>", .xmlEncoding, "1:31"),
        ("+ADw-a/+AD4-", .xmlEncoding, "1:1"),
        ("<?xml version='1.0' encoding='us-ascii'?>\n<a>é</a>", .invalidUTF8, "2:4"),
        ("<!DOCTYPE a><a/>", .xmlEntityRefused, "1:1"),
        ("<?xml version='1.0'?>\n<!-- <!DOCTYPE b> -->\n <!DOCTYPE a SYSTEM 'b<c'><a/>", .xmlEntityRefused, "3:2"),
        ("<a><!DOCTYPE a></a>", .xmlEntityRefused, "1:4"),
        ("<a><!ENTITY b 'c'></a>", .xmlEntityRefused, "1:4"),
    ]

    @Test("a fault is told at its line and column, however the document is cut", arguments: faults.indices)
    func tellsFaults(_ index: Int) throws {
        let (document, code, position) = Self.faults[index]
        for piece in [1, 3, 16 << 10] {
            let note = try #require(XMLEvents(document, piece: piece).fault)
            var finder = LineFinder(ByteInput(document))
            let found = try finder.position(of: note.offset)
            #expect(note.code == code)
            #expect(
                "\(found.line):\(found.column)" == position, "\(document) in pieces of \(piece): \(note.detail ?? "")")
        }
    }

    @Test("a mismatch names both tags and where the first is")
    func mismatch() throws {
        let note = try #require(XMLEvents("<a>\n  <b>\n  </c>\n</a>").fault)
        #expect(note.detail == "</c> where </b> is expected")
        #expect(note.related == 6)
    }

    @Test("octets that are no UTF-8 are told at the first of them")
    func octets() {
        let document = Array("<a>è".utf8) + [0xC3, 0x28] + Array("</a>".utf8)
        for piece in [1, 4, 100] {
            let fault = XMLEvents(document, piece: piece, read: piece).fault
            #expect(fault?.code == .invalidUTF8)
            #expect(fault?.offset == 5)
        }
        let latin = XMLEvents(Array("<?xml version='1.0' encoding='UTF-8'?><a>caff".utf8) + [0xE8] + Array("</a>".utf8))
        #expect(latin.fault?.code == .invalidUTF8)
        #expect(latin.fault?.offset == 45)
    }

    @Test("UTF-16 and UTF-32 are refused, with a byte order mark and without", arguments: [true, false], [1, 2, 4])
    func wideCharacters(_ hasMark: Bool, _ width: Int) {
        for isBig in [true, false] {
            let scalars = (hasMark && width > 1 ? "\u{FEFF}" : "") + "<?xml version='1.0'?><a/>"
            let octets = scalars.unicodeScalars.flatMap { scalar -> [UInt8] in
                let value = scalar.value
                let units = (0..<width).map { UInt8(truncatingIfNeeded: value >> UInt32(8 * $0)) }
                return isBig ? units.reversed() : units
            }
            let found = XMLEvents(octets)
            #expect(found.fault?.code == (width == 1 ? nil : .xmlEncoding))
            #expect(found.fault?.offset ?? 0 == 0)
        }
    }

    @Test("a document cut off anywhere is a fault, and no crash")
    func truncation() {
        let document = Array(
            "\u{FEFF}<?xml version='1.0'?><!-- c --><a b='1&amp;'>x&#65;<![CDATA[y]]><?p i?><d/>é</a>".utf8)
        #expect(XMLEvents(document).fault == nil)
        for count in 0..<document.count {
            for piece in [1, 16 << 10] {
                let found = XMLEvents(Array(document.prefix(count)), piece: piece)
                #expect(found.fault != nil, "\(count)")
                #expect((found.fault?.offset ?? .max) <= count)
            }
        }
    }
}
