import ExchangeBytes
import ExchangeDiagnostics
import ExchangeFormats
import ExchangeSyntax
import Testing

/// Long documents, and records with many parts, are read to their end.
@Suite struct XMLScaleTests {
    @Test("a record with very many children is read like any other")
    func manyChildren() {
        let slots = String(repeating: "<slot/>", count: 100_000)
        let found = XMLConversion(
            "<exchange xmlns='urn:cos-exchange:1'><events><event>\(slots)</event></events></exchange>")
        #expect(found.fault == nil)
        #expect(found.output.count > 100_000)
    }

    @Test("a document far longer than what is in memory of it comes whole")
    func longDocument() throws {
        let head = Array("<exchange xmlns='urn:cos-exchange:1'><events>".utf8)
        let event = Array("<event id='a'><name xml:lang='it'>Apertura è</name><place ref='b'/></event>\r\n".utf8)
        let tail = Array("</events></exchange>".utf8)
        let count = 20_000
        let total = head.count + count * event.count + tail.count
        let input = ByteInput { offset in
            var next = offset
            return { room in
                var filled = 0
                while filled < room.count, next < total {
                    let octet: UInt8
                    if next < head.count {
                        octet = head[next]
                    } else if next < total - tail.count {
                        octet = event[(next - head.count) % event.count]
                    } else {
                        octet = tail[next - (total - tail.count)]
                    }
                    room[filled] = octet
                    filled += 1
                    next += 1
                }
                return filled
            }
        }
        var source = XMLSource(input)
        var (records, offset) = (0, 0)
        try source.read(.all) { _ in
        } _: { record in
            records += 1
            if records == count + 1 { offset = record.offset }
        }
        #expect(records == count + 1)
        #expect(offset == total - tail.count - event.count)
    }
}
