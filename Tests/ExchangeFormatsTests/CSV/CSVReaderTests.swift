import ExchangeDiagnostics
import ExchangeFormats
import ExchangeModel
import ExchangeSyntax
import Testing

/// What is read out of tables as people make them.
@Suite struct CSVReaderTests {
    private static let header = ("exchange.csv", "id,format,languages\r\nx,cos-exchange,it en\r\n")

    private func read(_ files: (String, String)...) -> CSVReading { CSVFiles([Self.header] + files).json() }

    /// The document without its header.
    private func records(_ reading: CSVReading) -> String {
        let text = reading.text.split(separator: "\n").dropFirst(4).dropLast().joined(separator: "\n")
        return text.replacing("  ", with: "").replacing("\n", with: "")
    }

    @Test(
        "columns are found by their names in any order, whatever parts them",
        arguments: [
            "id,name@it,name@en,capacity,isFree\r\na,Uno,One,5,true\r\n",
            "\u{FEFF}capacity;isFree;id;name@it;name@en\n5;true;a;Uno;One\n",
            "sep=\t\rname@it\tname@en\tid\tisFree\tcapacity\rUno\tOne\ta\ttrue\t5",
            "\"id\",\"isFree\",\"capacity\",\"name@it\",\"name@en\"\r\n\"a\",\"true\",\"5\",\"Uno\",\"One\"\r\n\r\n",
        ])
    func anyOrder(_ text: String) {
        let reading = read(("events.csv", text))
        #expect(reading.fault == nil)
        #expect(reading.remarks.isEmpty)
        #expect(
            records(reading)
                == #""events": [{"id": "a","name": {"it": "Uno","en": "One"},"isFree": true,"capacity": 5}]"#)
    }

    @Test("lists hold what stands between blanks, and references say their roles behind a slash")
    func lists() {
        let reading = read(
            (
                "events.csv",
                "id,places,artists\r\na,  b  c ,pinco/host fulan https://x.example/a/b <https://y.example/>/speaker\r\n"
            ))
        #expect(reading.remarks.isEmpty)
        let expected =
            #""events": [{"id": "a","places": ["b", "c"],"artists": [{"ref": "pinco", "role": "host"},"#
            + #"{"ref": "fulan"},{"ref": "https://x.example/a/b"},{"ref": "https://y.example/", "role": "speaker"}]}]"#
        #expect(records(reading).replacing("\": \"", with: "\": \"") == expected)
    }

    @Test("what is no value of its field is kept as it is, and told where it stands")
    func wrongTypes() throws {
        let text = "id,capacity,isFree,artists,revision\r\na,007,yes,/host,1.5\r\nb,-0,TRUE,<x>host,1e3\r\n"
        let reading = read(("events.csv", text))
        #expect(reading.fault == nil)
        #expect(reading.totals == [.wrongType: 8])
        let first = try #require(reading.remarks.first)
        #expect(first.location.path == "/events/0/capacity")
        #expect((first.location.position.line, first.location.position.column) == (2, 3))
        #expect(first.subject?.id == "a")
        #expect(
            records(reading).hasPrefix(
                #""events": [{"id": "a","capacity": "007","isFree": "yes","artists": "/host","revision": "1.5"}"#))
    }

    @Test("coordinates are spelled as short as can be, and that is told")
    func decimals() {
        let reading = read(("places.csv", "id,latitude,longitude\r\na,44.0790,1e1\r\nb,44.,x\r\n"))
        #expect(reading.totals == [.numberSpelling: 2, .wrongType: 2])
        #expect(records(reading).contains(#""latitude": 44.079,"longitude": 10}"#))
        #expect(records(reading).contains(#""latitude": "44.","longitude": "x"}"#))
    }

    @Test("a comma for a point, and a position that is no number, are told")
    func damagedNumbers() {
        let place = read(("places.csv", "id;latitude\r\na;44,0793\r\n"))
        #expect(place.totals == [.decimalComma: 1])
        #expect(place.remarks.first?.suggestions == ["44.0793"])
        #expect(place.remarks.first?.location.path == "/places/0/latitude")
        #expect(records(place).contains(#""latitude": "44,0793"}"#))
        let slots = read(("events.csv", "id\r\na\r\n"), ("slots.csv", "parent,position,id\r\na,1st,x\r\na,2,y\r\n"))
        #expect(slots.totals == [.wrongType: 1])
        #expect(slots.remarks.first?.location.path == "/events/0/slots/1")
        #expect(slots.remarks.first?.location.position.column == 3)
    }

    @Test("a row with too few or too many cells is told, and nothing of it is lost")
    func ragged() throws {
        let reading = read(("cities.csv", "id,country,timeZone\r\na,IT\r\nb,EG,Africa/Cairo,,x,,y\r\nc,,,,\r\n"))
        #expect(reading.totals == [.raggedRow: 2])
        #expect(reading.remarks[0].message == "2 cells where the header has 3; none for \"timeZone\"")
        #expect(reading.remarks[0].location.position.line == 2)
        #expect(reading.remarks[1].location.position == Position(offset: 46, line: 3, column: 20))
        #expect(reading.remarks[1].location.path == "/cities/1")
        #expect(records(reading).contains(##""x-csv": {"#5":"x","#7":"y"}"##))
        #expect(records(reading).hasSuffix(#"{"id": "c"}]"#))
    }

    @Test("a quote in the wrong place is told where it is, and read as it is written")
    func strayQuotes() {
        let reading = read(("cities.csv", "id,name@it\r\na,the \"Sala\"\r\nb,\"Sala\" 2\r\n"))
        #expect(reading.totals == [.strayQuote: 2])
        #expect(reading.remarks.map(\.location.path) == ["/cities/0/name/it", "/cities/1/name/it"])
        #expect(reading.remarks.map(\.location.position.column) == [7, 8])
        #expect(records(reading).contains(#"\"Sala\" 2"#))
    }

    @Test("a quote that nothing closes is told where it opens")
    func unclosedQuote() {
        let reading = read(("cities.csv", "id,name@it\r\na,\"Carrara\r\nb,Assuan\r\n"))
        #expect(reading.fault?.code == .unclosedQuote)
        #expect(reading.fault?.location.position.line == 2)
        #expect(reading.fault?.location.position.column == 3)
        #expect(reading.fault?.location.file == "cities.csv")
    }

    @Test("a second column of a name is refused, and both are told; so is a second language in another case")
    func duplicates() {
        let same = read(("cities.csv", "id,name@it,country,name@it\r\na,b,c,d\r\n"))
        #expect(same.fault?.code == .duplicateColumn)
        #expect(same.fault?.location.position.column == 20)
        #expect(same.fault?.related.map { InputPackage.place(of: $0.location.position.offset).offset } == [3])
        #expect(read(("cities.csv", "id,x é,x e\u{301}\r\na,b,c\r\n")).fault?.code == .duplicateColumn)
        #expect(read(("cities.csv", "id,,,\r\na,b,,d\r\n")).fault == nil)
        let twice = read(("cities.csv", "id,name@it,name@IT\r\na,Uno,\r\nb,Uno,Due\r\n"))
        #expect(twice.fault?.code == .duplicateKey)
        #expect(twice.fault?.location.path == "/cities/1/name/IT")
        #expect(twice.fault?.location.position.line == 3)
    }

    @Test("what cell and extras both say is refused")
    func saidTwice() {
        let rest = "id,country,name@it,slots,extras\r\na,IT,Uno,,\"{\"\"country\"\":\"\"EG\"\"}\"\r\n"
        #expect(read(("cities.csv", rest)).fault?.code == .duplicateKey)
        let foreign = "id,colour,extras\r\na,red,\"{\"\"x-csv\"\":{\"\"colour\"\":\"\"blue\"\"}}\"\r\n"
        #expect(read(("cities.csv", foreign)).fault?.code == .duplicateKey)
        let broken = "id,extras\r\na,\"{\"\"b\"\":}\"\r\n"
        let fault = read(("cities.csv", broken)).fault
        #expect(fault?.code == .jsonSyntax)
        #expect(fault?.location.position == Position(offset: fault?.location.position.offset ?? 0, line: 2, column: 3))
        let slots = read(
            ("events.csv", "id,extras\r\na,\"{\"\"slots\"\":5}\"\r\n"), ("slots.csv", "parent,id\r\na,s\r\n"))
        #expect(slots.fault?.code == .duplicateKey)
    }

    @Test("the extras say in which order the versions of a text stand; languages that came later come behind")
    func placeholders() {
        let text =
            "id,name@it,name@en,name@fr,extras\r\na,Uno,One,Un,\"{\"\"name\"\":{\"\"en\"\":\"\"\"\",\"\"ar\"\":\"\"\"\",\"\"it\"\":\"\"\"\"}}\"\r\n"
        #expect(
            records(read(("cities.csv", text)))
                == #""cities": [{"id": "a","name": {"en": "One","it": "Uno","fr": "Un"}}]"#)
    }

    @Test("a column that nobody knows is told once, with what was probably meant, and comes back as it was")
    func unknownColumns() throws {
        let text = "id,latitud,country,Colore preferito,\r\na,5,IT,rosso,z\r\nb,,EG,,\r\n"
        let tables = CSVFiles([Self.header, ("cities.csv", text)])
        let reading = tables.json()
        #expect(reading.totals == [.unknownColumn: 2])
        #expect(reading.remarks.map(\.location.position.column) == [4, 20])
        #expect(read(("places.csv", text)).remarks.first?.suggestions == ["latitude"])
        #expect(records(reading).contains(##""x-csv": {"latitud":"5","Colore preferito":"rosso","#5":"z"}"##))
        var source = tables.source()
        let again = CSVFiles(&source)
        // A number is no name: where it is kept, all are.
        #expect(again["cities.csv"]?.hasPrefix("id,country,timeZone,extras\r\na,IT,,\"{\"\"x-csv\"\":{") == true)
        #expect(again.json().output == reading.output)
        let clean = CSVFiles([
            Self.header,
            (
                "cities.csv",
                "id,country,timeZone,latitud,Colore preferito\r\na,IT,,5,rosso\r\nb,EG,,,\"=1+1, o\"\r\nc,,,7,\r\n"
            ),
        ])
        var cleanSource = clean.source()
        #expect(CSVFiles(&cleanSource)["cities.csv"] == clean["cities.csv"])
    }

    @Test("a table alone is read if its columns tell which it is")
    func single() {
        let events = CSVFiles(single: "id;name@it;places;timeZone;isFree\na;Uno;b;Europe/Rome;true\n").json()
        #expect(events.fault == nil)
        #expect(events.text.contains("\"events\""))
        let unclear = CSVFiles(single: "id,name@it\r\na,Uno\r\n").json().fault
        #expect(unclear?.code == .unknownRecordType)
        #expect(unclear?.message.contains("organisations") == true)
        #expect(CSVFiles(single: "a,b,c\r\n1,2,3\r\n").json().fault?.code == .unknownRecordType)
        #expect(CSVFiles(single: "").json().fault?.code == .unexpectedEnd)
        let slots = CSVFiles(single: "parent,position,id,start,end\r\na,1,s,2026-05-29,2026-05-29\r\n").json().fault
        #expect(slots?.message.contains("slots") == true)
    }

    @Test("rows of one file say their types; a type that is none is told with the nearest")
    func types() {
        let reading = CSVFiles(
            single: "id,record,capacity,name@it\r\na,event,5,Uno\r\nx,exchange,,\r\nb,city,7,Due\r\n"
        ).json()
        #expect(reading.fault == nil)
        #expect(reading.totals == [.unknownColumn: 1])
        #expect(reading.text.contains(#""x-csv": {"capacity":"7"}"#))
        let fault = CSVFiles(single: "record,id\r\nexchange,x\r\nevnt,a\r\n").json().fault
        #expect(fault?.code == .unknownRecordType)
        #expect(fault?.suggestions == ["event"])
        #expect(fault?.location.position.line == 3)
        let second = CSVFiles(single: "record,id\r\nexchange,x\r\nexchange,y\r\n").json().fault
        #expect(second?.code == .misplacedHeader)
        #expect(second?.related.count == 1)
    }

    @Test("a file that is no table is told, and what is no CSV is gone past")
    func strangers() {
        let reading = read(("citys.csv", "id\r\na\r\n"), ("datapackage.json", "{}"), ("cities.csv", "id\r\na\r\n"))
        #expect(reading.fault == nil)
        #expect(reading.remarks.map(\.code) == [.unknownRecordType])
        #expect(reading.remarks.first?.suggestions == ["cities"])
        #expect(CSVFiles([("readme.txt", "x"), ("a.csv", "id\r\n")]).json().fault?.code == .unexpectedEnd)
    }

    @Test("limits hold for cells and for a record with all that belongs to it")
    func limits() {
        var limits = Limits()
        limits.string = 20
        limits.record = 100
        let long = String(repeating: "x", count: 20)
        func fault(_ files: (String, String)...) -> Diagnostic? { CSVFiles(files).json(limits: limits).fault }
        #expect(fault(("cities.csv", "id,sortName\r\na,\(long)\r\n")) == nil)
        let cell = fault(("cities.csv", "id,name@it\r\na,\(long)x\r\n"))
        #expect(cell?.code == .limitExceeded)
        #expect(cell?.location.path == "/cities/0/name/it")
        #expect(cell?.message.contains("21") == true)
        let slots = String(repeating: "a,s\r\n", count: 13)
        #expect(fault(("events.csv", "id\r\na\r\n"), ("slots.csv", "parent,id\r\n" + slots)) == nil)
        #expect(
            fault(("events.csv", "id\r\na\r\n"), ("slots.csv", "parent,id\r\n" + slots + "a,s\r\n"))?.code
                == .limitExceeded)
        limits.languages = 2
        #expect(fault(("cities.csv", "name@a,name@b,name@c\r\n1,2,\r\n")) == nil)
        #expect(fault(("cities.csv", "name@a,name@b,name@c\r\n1,2,3\r\n"))?.code == .limitExceeded)
    }

    @Test("a selection reads what it names and no more")
    func selection() throws {
        let tables = CSVFiles(try Fixture.sample())
        let some = tables.json(selection: Selection.none.with(.event, ["id", "slots"]))
        #expect(some.fault == nil)
        #expect(some.text.contains("\"overrides\""))
        #expect(!some.text.contains("\"kind\""))
        #expect(!some.text.contains("x-partner-colour"))
        #expect(!tables.json(selection: Selection.none.with(.event, ["id"])).text.contains("\"slots\""))
        #expect(tables.json(selection: .header).text.contains("\"baseURI\""))
    }
}
