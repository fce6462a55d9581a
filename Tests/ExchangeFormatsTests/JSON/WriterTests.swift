import ExchangeBytes
import ExchangeFormats
import ExchangeModel
import Testing

@Suite struct WriterTests {
    @Test("a writer touches nothing that is in the buffer already")
    func buffer() {
        var output = ByteBuffer()
        output.append("before ")
        var writer = JSONWriter()
        writer.write(Record(Exchange.schema), to: &output)
        writer.finish(to: &output)
        #expect(output.bytes.text == "before {}\n")
    }

    @Test("records without a header make a document")
    func noHeader() {
        var output = ByteBuffer()
        var writer = JSONWriter()
        writer.write(Record(City.schema), to: &output)
        writer.write(Record(City.schema), to: &output)
        writer.write(Record(Event.schema), to: &output)
        writer.finish(to: &output)
        #expect(output.bytes.text == "{\n  \"cities\": [\n    {},\n    {}\n  ],\n  \"events\": [\n    {}\n  ]\n}\n")
    }

    @Test("what is empty in an entity is absent in its record")
    func emptiness() {
        var event = Event()
        event.id = ""
        event.name["it"] = ""
        event.places = ["", "a", ""]
        event.artists = [Participation(ref: ""), Participation(ref: "b", role: "")]
        event.slots = [Slot()]
        var record = Record(Event.schema)
        event.write(to: &record)
        #expect(
            Line.of(record)
                == "{\"record\":\"event\",\"places\":[\"a\"],\"artists\":[{\"ref\":\"b\"}],\"slots\":[{}]}\n")
    }

    @Test("text is spelled with the fewest escapes")
    func escapes() {
        let input = "{\"x-a\":\"\\u0022\\u005c\\u002f\\n\\t\\u0020\\u00e8\\u2028\\ud83d\\ude00\u{7F}\"}"
        #expect(Conversion(input).text == "{\n  \"x-a\": \"\\\"\\\\/\\n\\t è\u{2028}😀\u{7F}\"\n}\n")
    }
}
