import ExchangeBytes
import ExchangeModel
import Testing

@Suite struct RecordTests {
    @Test("no name of a line's own is a field of a record")
    func reservedNames() {
        for type in RecordType.allCases {
            #expect(type.schema.index(of: "record") == nil)
            #expect(type.schema.index(of: "extras") == nil)
            #expect(type.schema.name == type.rawValue)
        }
    }

    @Test("values come in order, and those that a filter removes are gone")
    func filters() {
        var record = Record(Event.schema)
        let places = Event.schema.index(of: "places") ?? 0
        for item in ["a", "b", "c", "d"] { record.append(record.bytes.slice(of: item), to: places, of: .root, at: 7) }
        #expect(items(record, places) == ["a", "b", "c", "d"])
        let removed = record.remove(from: places) { text, _ in text.equals("a") || text.equals("d") }
        #expect(removed == 2)
        #expect(items(record, places) == ["b", "c"])
        record.append(record.bytes.slice(of: "e"), to: places, of: .root, at: 9)
        #expect(items(record, places) == ["b", "c", "e"])
        let rest = record.removeAll(of: places)
        let isGiven = record.isGiven(places, of: .root)
        #expect(rest == 3)
        #expect(items(record, places).isEmpty)
        #expect(!isGiven)
    }

    @Test("a field that is set aside was given, and holds nothing")
    func settingAside() {
        var record = Record(Event.schema)
        record.append(record.bytes.slice(of: "a"), to: 0, of: .root, at: 0)
        record.setAside(0, of: .root)
        let isGiven = record.isGiven(0, of: .root)
        #expect(items(record, 0).isEmpty)
        #expect(isGiven)
        record.append(record.bytes.slice(of: "b"), to: 0, of: .root, at: 0)
        #expect(items(record, 0) == ["b"])
    }

    @Test("a value keeps its place when another text is put there")
    func replacing() {
        var record = Record(Event.schema)
        record.append(record.bytes.slice(of: "a"), to: 0, of: .root, at: 42)
        record.replace(0, with: record.bytes.slice(of: "longer"))
        #expect(items(record, 0) == ["longer"])
        let offset = record.first(0)?.offset
        #expect(offset == 42)
    }

    @Test("a text has one version for each language, whatever the case of its tag")
    func texts() {
        var text = Text()
        text["it"] = "uno"
        text["en"] = "one"
        text["IT"] = "due"
        #expect(text.versions.map(\.tag) == ["IT", "en"])
        #expect(text["it"] == "due")
        text["en"] = nil
        #expect(text.versions.map(\.text) == ["due"])
    }

    @Test("a coordinate is a number without an exponent", arguments: ["44.0793", "-0.5", "0", "10", "-180"])
    func coordinates(_ text: String) { #expect(Coordinate(text)?.text == text) }

    @Test("nothing else is", arguments: ["", "-", "1.", ".5", "1e5", "+1", "01", "1.2.3", "nan", "٣", "1 "])
    func noCoordinates(_ text: String) { #expect(Coordinate(text) == nil) }

    private func items(_ record: borrowing Record, _ field: Int) -> [String] {
        var items: [String] = []
        record.each(field) { items.append(record[$0.text].text) }
        return items
    }
}
