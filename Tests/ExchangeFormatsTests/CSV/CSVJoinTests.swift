import ExchangeDiagnostics
import ExchangeFormats
import ExchangeModel
import ExchangeSyntax
import Testing

/// How children find their parents.
@Suite struct CSVJoinTests {
    private static let events = ("events.csv", "id,kind\r\na,talk\r\nb,fair\r\n,tour\r\na,other\r\n")

    /// The slots of each event, those of an override behind theirs.
    private func slots(_ files: (String, String)..., window: Int = 64) -> String {
        let reading = CSVFiles(files).json(window: window)
        if let fault = reading.fault { return "\(fault.code.rawValue) \(fault.location.position.offset)" }
        let words = reading.text.split { !$0.isLetter && !$0.isNumber }
        return words.filter { $0.first?.isNumber == true || ["kind", "overrides"].contains($0) }
            .map { $0 == "kind" ? "|" : $0 == "overrides" ? "/" : String($0) }.joined(separator: " ")
    }

    @Test(
        "children are put behind their parents by position, however their rows are sorted",
        arguments: [
            "a,1,1\r\na,2,2\r\nb,1,3\r\n#3,1,4\r\n#4,1,5\r\n",
            "#4,1,5\r\nb,1,3\r\na,2,2\r\n#3,1,4\r\na,1,1\r\n",
            "a,2,2\r\na,1,1\r\n#4,9,5\r\n#3,7,4\r\n#2,5,3\r\n",
            "a,,2\r\na,1,1\r\nb,,3\r\n#3,,4\r\n#4,x,5\r\n",
            "#1,1,1\r\na,2,2\r\nb,1,3\r\n#3,1,4\r\n#4,1,5\r\n",
        ])
    func order(_ rows: String) {
        let table = ("slots.csv", "parent,position,id\r\n" + rows)
        for window in [64, 1 << 10] {
            #expect(slots(Self.events, table, window: window) == "| 1 2 | 3 | 4 | 5")
        }
    }

    @Test(
        "what is otherwise on a day finds its slot by its id or its number",
        arguments: [
            "a/1,1,7\r\na/1,2,8\r\na/2,1,9\r\n", "a/2,1,9\r\na/1,2,8\r\na/1,1,7\r\n",
            "#1/#1,1,7\r\n#1/#1,2,8\r\na/#2,,9\r\n",
            "a/1,1,7\r\na/#2,1,9\r\na/#1,2,8\r\n",
        ])
    func grandchildren(_ rows: String) {
        let found = slots(
            Self.events, ("slots.csv", "parent,position,id\r\na,1,1\r\na,2,2\r\nb,1,1\r\n"),
            ("overrides.csv", "parent,position,on\r\n" + rows + "b/1,1,6\r\n"))
        #expect(found == "| 1 / 7 8 2 / 9 | 1 / 6 | |")
    }

    @Test("a row that belongs to nothing is refused, with what was probably meant")
    func orphans() throws {
        func fault(_ slots: String, _ overrides: String = "parent\r\n") -> Diagnostic? {
            CSVFiles([
                ("events.csv", "id,kind\r\napertura,talk\r\n"), ("slots.csv", slots), ("overrides.csv", overrides),
            ]).json().fault
        }
        let first = try #require(fault("parent,id\r\napertura,s\r\napretura,t\r\n"))
        #expect(first.code == .danglingReference)
        #expect(first.suggestions == ["apertura"])
        #expect(first.location.file == "slots.csv")
        #expect(first.location.position.line == 3)
        #expect(first.message.contains("apretura"))
        #expect(fault("parent,id\r\n#2,s\r\n")?.code == .danglingReference)
        #expect(fault("parent,id\r\n#1,s\r\n") == nil)
        #expect(fault("parent,id\r\n,s\r\n")?.message.contains("does not say") == true)
        #expect(fault("id\r\ns\r\n")?.message.contains("no column \"parent\"") == true)
        let override = try #require(fault("parent,id\r\napertura,am\r\n", "parent,on\r\napertura/pm,1\r\n"))
        #expect(override.code == .danglingReference)
        #expect(override.suggestions == ["am"])
        #expect(override.message.contains("slot"))
        #expect(fault("parent,id\r\napertura,am\r\n", "parent,on\r\napertura,1\r\n")?.code == .danglingReference)
        #expect(CSVFiles([("slots.csv", "parent,id\r\na,s\r\n")]).json().fault?.code == .danglingReference)
    }

    @Test("the rows of an id that several records bear go to one of them, and the others keep theirs by number")
    func sharedIDs() {
        #expect(slots(Self.events, ("slots.csv", "parent,position,id\r\na,1,1\r\nb,1,2\r\n")) == "| 1 | 2 | |")
        #expect(slots(Self.events, ("slots.csv", "parent,position,id\r\n#4,1,4\r\n#1,1,1\r\n")) == "| 1 | | | 4")
    }

    @Test("where an id is no token or not the only one, children name the row of their parent")
    func numbers() throws {
        let json =
            #"{"events":[{"id":"a","slots":[{"id":"x","overrides":[{}]},{"id":"x","overrides":[{}]}]},{"id":"B","slots":[{}]},"#
            + #"{"id":"c","slots":[{"id":"y","overrides":[{}]},{}]},{"slots":[{}]}],"#
            + #""routes":[{"id":"a","stops":[{}]},{"id":"a","stops":[{}]}]}"#
        let tables = CSVFiles(Array(json.utf8))
        let parents = { (name: String) in
            tables[name]?.split(separator: "\r\n").dropFirst().map { $0.split(separator: ",")[0] }
        }
        #expect(parents("slots.csv") == ["a", "a", "#2", "c", "c", "#4"])
        #expect(parents("overrides.csv") == ["a/#1", "a/#2", "c/y"])
        #expect(parents("stops.csv") == ["#1", "#2"])
    }

    @Test("a fixture comes back though the rows of its children have been shuffled", arguments: Fixture.exchanges)
    func shuffled(_ path: String) throws {
        let canonical = Conversion(try Fixture.octets(path)).output
        let tables = CSVFiles(canonical)
        for seed in 1...3 as ClosedRange<UInt64> {
            var copy = tables
            for index in copy.files.indices
            where ["slots.csv", "overrides.csv", "stops.csv"].contains(copy.files[index].name) {
                copy.files[index].octets = Rows(copy.files[index].octets).shuffled(seed: seed)
            }
            #expect(copy.json().output == canonical)
        }
        // In one file all rows may be shuffled; records then stand in the order of their rows.
        let stacked = CSVFiles(canonical, CSVOptions(layout: .stacked))
        var copy = stacked
        copy.files[0].octets = Rows(stacked.files[0].octets).shuffled(seed: 7)
        let reading = copy.json()
        #expect(reading.fault == nil)
        #expect(reading.output.count == canonical.count)
    }
}

/// The lines of a table, cut where no quote is open.
struct Rows {
    var lines: [[UInt8]] = [[]]

    init(_ octets: [UInt8]) {
        var isQuoted = false
        for octet in octets {
            if octet == UInt8(ascii: "\"") { isQuoted.toggle() }
            lines[lines.count - 1].append(octet)
            if octet == 0x0A, !isQuoted { lines.append([]) }
        }
        if lines.last?.isEmpty == true { lines.removeLast() }
    }

    /// The header, and the rows in another order.
    func shuffled(seed: UInt64) -> [UInt8] {
        var random = SeededRandom(seed: seed)
        return Array((lines.prefix(1) + lines.dropFirst().shuffled(using: &random)).joined())
    }
}
