import ExchangeBytes
import ExchangeFormats
import ExchangeModel
import ExchangeSyntax
import Testing

@Suite struct ReadingOnceTests {
    @Test("a document read as it lies holds the records that it holds otherwise, and the header behind them")
    func records() throws {
        let text = """
            {"events": [{"id": "b", "name": {"it": "B"}}, {"id": "a"}], "id": "prova", "cities": [{"id": "c"}],
             "name": {"it": "Prova"}}
            """
        let (inOrder, asItLies) = (try lines(text, once: false), try lines(text, once: true))
        #expect(inOrder.count == 4)
        #expect(asItLies == [inOrder[2], inOrder[3], inOrder[1], inOrder[0]])
    }

    /// The records as lines of NDJSON, in the order in which they are handed over.
    private func lines(_ text: String, once: Bool) throws -> [String] {
        var source = JSONSource(ByteInput(text))
        var writer = JSONLinesWriter()
        var output = ByteBuffer()
        var lines: [String] = []
        func line(_ record: inout Record) {
            writer.write(record, to: &output)
            lines.append(output.bytes.text)
            output.removeAll()
        }
        if once {
            try source.readAsItLies(report: { _ in }) { line(&$0) }
        } else {
            try source.read(.all, report: { _ in }) { line(&$0) }
        }
        return lines
    }
}
