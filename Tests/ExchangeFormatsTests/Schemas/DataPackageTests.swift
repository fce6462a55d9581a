import ExchangeModel
import Foundation
import Testing

@testable import ExchangeFormats

@Suite("The descriptor of a Data Package")
struct DataPackageTests {
    private typealias Object = [String: Any]

    private static let tables: [DataPackageDescriptor.Table] = [
        .init("cities", columns: ["id", "name@it", "name@ar", "country", "timeZone", "languages", "memberSince"]),
        .init(
            "events",
            columns: ["id", "partOf", "name@it", "kind", "status", "artists", "timeZone", "isFree", "extras", "vip"],
            localReferences: ["partOf"]),
        .init("slots", columns: ["parent", "position", "id", "start", "end", "until"]),
        .init("overrides", columns: ["parent", "position", "on"]),
        .init(
            "places", columns: ["id", "name@it", "kind", "city", "latitude", "precision", "access"],
            localReferences: ["city"]),
    ]

    private static let contents = [
        "cities": "carrara,Carrara,كرارا,IT,Europe/Rome,it ar,2017",
        "events":
            "e,,Evento,opening,scheduled,pinco/host fulan,Europe/Rome,true,\"{\"\"x\"\":1}\",si\r\nf,e,Parte,tour,scheduled,,,,,",
        "slots": "e,1,s,2026-05-29T10:00,2026-05-29T13:00,2026-06-14\r\ne,2,t,2026-05-30,2026-05-30,",
        "overrides": "e/s,1,2026-06-13",
        "places": "studio,Studio,studio,carrara,44.0793,exact,open",
    ]

    private static func descriptor(_ tables: [DataPackageDescriptor.Table] = tables) -> String {
        DataPackageDescriptor(
            id: "Prova 2026", title: "Prova", licence: .init("CC-BY-4.0"), tables: tables
        ).text
    }

    private static func resources(_ text: String) throws -> [Object] {
        let document = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? Object)
        return try #require(document["resources"] as? [Object])
    }

    @Test("tells the exchange, and a licence by name or by address")
    func tellsExchange() throws {
        let document = try #require(JSONSerialization.jsonObject(with: Data(Self.descriptor().utf8)) as? Object)
        #expect(document["name"] as? String == "prova-2026")
        #expect(document["id"] as? String == "Prova 2026")
        #expect(document["title"] as? String == "Prova")
        #expect((document["licenses"] as? [[String: String]]) == [["name": "CC-BY-4.0"]])
        #expect(DataPackageDescriptor.Licence("https://a.example/l") == .path("https://a.example/l"))
    }

    @Test("describes the columns that there are, in their order, and those that nobody knows")
    func describesColumns() throws {
        let resources = try Self.resources(Self.descriptor())
        #expect(resources.map { $0["path"] as? String } == Self.tables.map { "\($0.name).csv" })
        for (resource, table) in zip(resources, Self.tables) {
            let schema = try #require(resource["schema"] as? Object)
            let fields = try #require(schema["fields"] as? [Object])
            #expect(fields.map { $0["name"] as? String } == table.columns)
            #expect(schema["fieldsMatch"] as? String == "exact")
            for field in fields { #expect((field["description"] as? String)?.isEmpty == false) }
        }
        let fields = try #require((resources[0]["schema"] as? Object)?["fields"] as? [Object])
        #expect(fields[2]["language"] as? String == "ar")
        #expect(fields[6]["type"] as? String == "integer")
    }

    @Test("names as foreign keys those references alone that are ids of the package")
    func keepsKeysTrue() throws {
        func keys(_ tables: [DataPackageDescriptor.Table]) throws -> [String] {
            try Self.resources(Self.descriptor(tables)).flatMap { resource in
                let keys = (resource["schema"] as? Object)?["foreignKeys"] as? [Object] ?? []
                return keys.map { key in
                    let reference = key["reference"] as? Object
                    return
                        "\(resource["name"] ?? "").\((key["fields"] as? [String] ?? []).joined()) → \(reference?["resource"] ?? "")"
                }
            }
        }
        #expect(try keys(Self.tables) == ["events.partOf → ", "slots.parent → events", "places.city → cities"])
        #expect(try keys(Self.tables.map { .init($0.name, columns: $0.columns) }) == ["slots.parent → events"])
        #expect(try keys(Array(Self.tables[2...2])) == [])
    }

    @Test("of all tables has all columns for the languages that are asked for")
    func describesAll() throws {
        let resources = try Self.resources(DataPackageDescriptor.all(languages: ["it", "wo"]).text)
        #expect(resources.count == 14)
        for (resource, form) in zip(resources, TableForm.all) {
            let fields = (resource["schema"] as? Object)?["fields"] as? [Object] ?? []
            let names = Set(fields.compactMap { $0["name"] as? String })
            for field in form.schema.fields {
                switch field.kind {
                case .children: continue
                case .text: #expect(names.isSuperset(of: ["\(field.name)@it", "\(field.name)@wo"]))
                default: #expect(names.contains(field.name))
                }
            }
        }
    }

    /// Writes a package; answers the path of its descriptor.
    private static func write(_ contents: [String: String], _ peer: borrowing Peer) throws -> String {
        for table in tables {
            let text = table.columns.joined(separator: ",") + "\r\n" + (contents[table.name] ?? "") + "\r\n"
            _ = try peer.file("\(table.name).csv", Array(text.utf8))
        }
        return try peer.file("datapackage.json", Array(descriptor().utf8))
    }

    @Test("is one that frictionless finds its tables to be true to")
    func peer() throws {
        guard Peer.hasPython(["frictionless"], for: "a Data Package") else { return }
        let peer = try Peer()
        peer.check("package.py", [try Self.write(Self.contents, peer)])
    }

    /// A table, what is put in the place of what, and the word that frictionless has for it.
    static let faults: [(table: String, old: String, new: String, title: String)] = [
        ("cities", "carrara,", "Carrara Città,", "Constraint Error"),
        ("cities", ",IT,", ",Italia,", "Constraint Error"),
        ("cities", "2017", "17", "Constraint Error"), ("cities", "2017", "presto", "Type Error"),
        ("cities", "it ar", "it,ar", "Extra Cell"), ("cities", "it ar", "it  ar", "Constraint Error"),
        ("events", ",true,", ",vero,", "Type Error"), ("events", "\"{\"\"x\"\":1}\"", "x", "Type Error"),
        ("events", "pinco/host", "pinco/", "Constraint Error"), ("events", "f,e,", "f,g,", "ForeignKey Error"),
        ("events", "\r\nf,", "\r\ne,", "PrimaryKey Error"), ("slots", "e,1,s", "x,1,s", "ForeignKey Error"),
        ("slots", "e,2,", "e,1,", "PrimaryKey Error"), ("slots", "T10:00", "T25:00", "Constraint Error"),
        ("overrides", "2026-06-13", "2026-06-31", "Type Error"), ("places", ",carrara,", ",aswan,", "ForeignKey Error"),
        ("places", "44.0793", "144.0793", "Constraint Error"), ("places", ",exact,", ",,", "Constraint Error"),
    ]

    @Test("lets frictionless find what is wrong", arguments: faults)
    func peerFindsFaults(_ fault: (table: String, old: String, new: String, title: String)) throws {
        guard Peer.hasPython(["frictionless"], for: "a fault in a Data Package") else { return }
        let peer = try Peer()
        var contents = Self.contents
        let text = try #require(contents[fault.table])
        contents[fault.table] = text.replacing(fault.old, with: fault.new)
        #expect(contents[fault.table] != text)
        let (status, output) = Peer.run("python3", [Peer.path(of: "package.py"), try Self.write(contents, peer)])
        #expect(status == 1)
        #expect(output.contains(fault.title), "\(fault): \(output)")
    }
}
