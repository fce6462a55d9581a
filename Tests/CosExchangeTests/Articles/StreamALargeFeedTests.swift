import CosExchange
import Foundation
import Testing

@Suite("The article on streaming a large feed") struct StreamALargeFeedTests {
    private struct Enough: Error {}

    @Test("reads events one by one")
    func read() throws {
        let path = Fixture.path("carrara-2026")

        // listing
        var source = try FormatSource(reading: FormatInput(path: path), as: .json)
        let header = try source.header()
        var cancelled = 0
        try source.forEach(Event.self) { event in
            if event.status == "cancelled" { cancelled += 1 }
        }
        // end of listing
        #expect(header.id == "carrara-studi-aperti-2026")
        let catalogue = try Fixture.catalogue("carrara-2026")
        #expect(cancelled == catalogue.events.filter { $0.status == "cancelled" }.count)

        // listing
        let talk = try source.first(Event.self) { $0.kind == "talk" }
        // end of listing
        #expect(talk?.kind == "talk")

        // listing
        var names: [String] = []
        do {
            try source.forEach(Artist.self) { artist in
                names.append(artist.name.text(in: "en", default: "it") ?? "")
                if names.count == 10 { throw Enough() }
            }
        } catch is Enough {}
        // end of listing
        #expect(names.count == 10)
    }

    @Test("changes events on their way from file to file")
    func edit() throws {
        let folder = try TemporaryFolder()
        let path = Fixture.path("carrara-2026")
        let url = URL(filePath: try folder.write([], to: "events.ndjson"))

        // listing
        var source = try FormatSource(reading: FormatInput(path: path), as: .json)
        let output = try FileHandle(forWritingTo: url)
        try source.write(
            as: .ndjson,
            sink: { octets in try output.write(contentsOf: octets.octets) },
            filter: { record in
                record.edit(Event.self) { event in
                    event.hashtags.append("StudiAperti")
                    return event.status != "cancelled"
                }
            })
        try output.close()
        // end of listing
        let catalogue = try Catalogue(reading: FormatInput(path: url.path), as: .ndjson)
        #expect(catalogue.events.allSatisfy { $0.hashtags.last == "StudiAperti" && $0.status != "cancelled" })
        #expect(try catalogue.places == Fixture.catalogue("carrara-2026").places)
    }

    @Test("reads records that never become entities")
    func records() throws {
        let octets = try Fixture.octets("carrara-2026")

        // listing
        var source = try FormatSource(reading: octets, as: .json)
        var freeEvents = 0
        let isFree = Event.schema.index(of: "isFree") ?? 0
        try source.read(Selection.none.with(.event, ["isFree"]), report: { _ in }) { record in
            if let value = record.first(isFree), record[value.text].equals("true") { freeEvents += 1 }
        }
        // end of listing
        let catalogue = try Fixture.catalogue("carrara-2026")
        #expect(freeEvents == catalogue.events.filter { $0.isFree == true }.count)
    }
}
