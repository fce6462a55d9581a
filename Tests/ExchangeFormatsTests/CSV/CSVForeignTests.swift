import ExchangeFormats
import ExchangeModel
import ExchangeSyntax
import Testing

/// Columns that no field claims: they come back as columns where these say the same, and as JSON where not.
@Suite struct CSVForeignTests {
    @Test(
        "what columns can say is said in columns",
        arguments: [
            (#""x-csv":{"colore":"rosso","Nota, 2":"a"}"#, "colore,\"Nota, 2\""),
            (#""y":1,"x-csv":{"colore":"rosso"}"#, "colore,extras"),
            (#""x-csv":{"name":"rosso","slots":"b"}"#, "name,slots"),
            (##""x-csv":{"#x":"a","capacity":"5"}"##, "#x,capacity"),
        ])
    func columns(_ extras: String, _ names: String) throws {
        let tables = try check(extras)
        #expect(tables["cities.csv"]?.hasPrefix("id,country,timeZone,\(names)\r\n") == true)
    }

    @Test(
        "what they cannot is kept as JSON",
        arguments: [
            #""x-csv":{"colore":"rosso"},"y":1"#, #""x-csv":{"colore":""}"#, #""x-csv":{}"#, #""x-csv":{"a":1}"#,
            #""x-csv":5"#,
            #""x-csv":{"country":"a"}"#, #""x-csv":{"name@it":"a"}"#, #""x-csv":{"":"a"}"#, #""x-csv":{"extras":"a"}"#,
            #""x-csv":{"record":"a"}"#, #""x-csv":{"parent":"a"}"#, ##""x-csv":{"#12":"a"}"##,
            ##""x-csv":{"#cos:spreadsheet-1":"a"}"##,
            "\"x-csv\":{\"\(String(repeating: "x", count: 129))\":\"a\"}",
        ])
    func json(_ extras: String) throws {
        let tables = try check(extras)
        #expect(tables["cities.csv"]?.hasPrefix("id,country,timeZone,extras\r\n") == true)
    }

    @Test("columns stand in the order in which they are met; who has them in another keeps them as JSON")
    func order() throws {
        let tables = CSVFiles(
            Array(
                #"{"cities":[{"x-csv":{"a":"1","b":"2"}},{"x-csv":{"b":"3","a":"4"}},{"x-csv":{"b":"5","c":"6"}},{"x-csv":{"e\u0301":"7"}},{"x-csv":{"\u00e9":"8"}}]}"#
                    .utf8))
        #expect(tables["cities.csv"]?.hasPrefix("id,country,timeZone,a,b,c,e\u{301},extras\r\n") == true)
        #expect(tables["cities.csv"]?.contains("{\"\"x-csv\"\":{\"\"b\"\":\"\"3\"\",\"\"a\"\":\"\"4\"\"}}") == true)
    }

    @Test("more columns than a table may have do not get into it")
    func many() throws {
        for options in [CSVOptions(), CSVOptions(layout: .stacked)] {
            let cities = (0..<600).map { index in
                #"{"id":"c\#(index)","name":{"x-\#(index)":"a"},"x-csv":{"y-\#(index)":"b","z-\#(index)":"c"}}"#
            }
            let json = Conversion("{\"cities\":[\(cities.joined(separator: ","))]}").output
            let tables = CSVFiles(json, options)
            #expect(tables.tables.allSatisfy { $0.columns.count <= Limits().columns })
            #expect((tables.tables.last?.columns.count ?? 0) > 700)
            #expect(tables.json().output == json)
        }
    }

    private func check(_ extras: String) throws -> CSVFiles {
        let json = Conversion("{\"cities\":[{\"id\":\"a\",\(extras)}]}").output
        for options in CSVOptions.ways {
            let back = CSVFiles(json, options).json()
            #expect(back.text == String(decoding: json, as: UTF8.self))
        }
        return CSVFiles(json)
    }

    @Test("generated cells of unknown columns come back as they were")
    func generated() {
        let names = [
            "colore", "Nota", "é", "e\u{301}", "record", "capacity", "name", "name@it", "#5", "#x", "", "a,b", "=x",
            "'y", "position",
        ]
        GeneratedCases.check("csv x-csv", oneIn: 5) { document in
            guard document.seed % 4 == 0 else { return nil }
            var random = SeededRandom(seed: document.seed)
            let tree = document.tree.addingToRecords {
                guard random.once(in: 2) else { return nil }
                var taken: Set<String> = []
                let count = random.below(4)
                let cells = (0..<count).compactMap { _ -> Tree.Member? in
                    let name = random.pick(names)
                    guard taken.insert(name).inserted else { return nil }
                    return .init(name, .string(random.pick(["a", "b", "", "=1", "x\"y", "1\n2", "'"])))
                }
                return .init("x-csv", .object(cells))
            }
            let json = Conversion(Array(TreePrinter.print(tree).utf8)).output
            let tables = CSVFiles(json, random.pick(CSVOptions.ways))
            let back = tables.json()
            return back.output == json ? nil : "\(back.fault as Any) \(tables.text)"
        }
    }
}

extension Tree {
    /// The same document with a member more in its records, somewhere or at their end.
    fileprivate func addingToRecords(_ make: () -> Member?) -> Tree {
        guard case .object(let members) = self else { return self }
        return .object(
            members.map { member in
                guard case .array(let records) = member.value,
                    RecordType.allCases.contains(where: { $0.schema.collection == member.name })
                else { return member }
                return Member(member.name, .array(records.map { $0.adding(make) }))
            })
    }

    private func adding(_ make: () -> Member?) -> Tree {
        guard case .object(let members) = self, let member = make(),
            !members.contains(where: { $0.name == member.name })
        else { return self }
        return .object(members + [member])
    }
}
