import ExchangeBytes
import ExchangeDiagnostics
import ExchangeFormats
import ExchangeModel
import Testing

/// One file of all tables, read in one go or not.
@Suite struct CSVNestedRowsTests {
    private static let header = "record,parent,position,id,kind,capacity,on\r\n"

    /// The document, why there is no more of it, and what is remarked upon, in its order.
    private func read(_ rows: [String], window: Int) -> [String] {
        let reading = CSVFiles(single: Self.header + rows.map { $0 + "\r\n" }.joined()).json(window: window)
        return [reading.text, reading.fault?.message ?? ""]
            + reading.remarks.map { "\($0.code.rawValue) \($0.location.path)" }
    }

    @Test(
        "children that stand right behind their parents are read as those that stand in tables of their own",
        arguments: [
            ["event,,,a", "slot,a,1,1", "override,a/1,1,,,,7", "slot,a,2,2", "override,a/2,1,,,,8", "event,,,b"],
            // An override before its slot.
            ["event,,,a", "override,a/1,1,,,,7", "slot,a,1,1", "event,,,b", "slot,b,1,2", "override,b/#1,1,,,,8"],
            // Something to be told of a record with overrides, and of one without.
            ["event,,,a,,x", "slot,a,z,1", "override,a/1,y,,,,7", "slot,a,,2", "event,,,b,,y", "slot,b,q,3"],
            // An id that several records bear, in a row or not.
            ["event,,,a", "slot,a,1,1", "event,,,a", "slot,a,2,2", "event,,,b", "slot,b,1,3"],
            ["event,,,a", "event,,,a", "slot,a,1,1", "slot,#2,1,2", "event,,,b", "slot,b,1,3"],
            ["event,,,a", "event,,,b", "slot,b,1,1", "event,,,a", "slot,a,1,2", "slot,#3,1,3"],
            // A child that stands elsewhere, and one that belongs to nothing.
            ["event,,,a", "event,,,b", "slot,a,1,1", "slot,b,1,2"], ["event,,,a", "slot,c,1,1", "event,,,b"],
            ["event,,,a", "slot,a,1,1", "override,a/3,1,,,,7", "event,,,b"],
        ])
    func nesting(_ rows: [String]) {
        let apart = ["event", "slot", "override"].flatMap { name in rows.filter { $0.hasPrefix(name + ",") } }
        for window in [64, 1 << 10] {
            #expect(read(rows, window: window) == read(apart, window: window))
        }
    }

    /// The events that are handed over by some reading, each as a line, and where it was read.
    private func events(
        _ source: inout CSVSource, _ read: (inout CSVSource, (inout Record) throws -> Void) throws -> Void
    ) throws -> [String] {
        var found: [String] = []
        try read(&source) { record in
            var writer = JSONLinesWriter()
            var line = ByteBuffer()
            writer.write(record, to: &line)
            found.append("\(record.index) \(record.offset) \(line.bytes.text)")
        }
        return found
    }

    @Test(
        "records seen at a glance are those that are read, unless anything about them is not clear",
        arguments: [
            (["event,,,a,x", "slot,a,1,1", "override,a/1,1,,,,7", "place,,,p", "event,,,b", "slot,b,1,2"], true),
            (["event,,,a,x", "place,,,p", "event,,,b"], true), (["place,,,p"], true), ([], false),
            // A child before its parent, behind another one, and of nothing.
            (["slot,a,1,1", "event,,,a"], false), (["event,,,a", "event,,,b", "slot,a,1,1"], false),
            (["event,,,a", "override,a/1,1,,,,7", "slot,a,1,1"], false), (["override,a/1,1", "event,,,a"], false),
            // Something to be remarked upon, a row of no type, a second header.
            (["event,,,a", "slot,a,z,1"], false), (["event,,,a", "none,,,b"], false),
            (["event,,,a", "exchange,,,x", "exchange,,,y"], false),
        ])
    func glances(_ rows: [String], _ isClear: Bool) throws {
        // Rows that are too short would be remarked upon.
        let padded = rows.map {
            $0 + String(repeating: ",", count: 7 - $0.split(separator: ",", omittingEmptySubsequences: false).count)
        }
        let files = CSVFiles(single: Self.header + padded.map { $0 + "\r\n" }.joined())
        let names = ["id", "slots"]
        for window in [64, 1 << 10] {
            var source = files.source(window: window)
            var isGiven = false
            let glanced = try events(&source) { source, body in
                isGiven = try source.glance(at: .event, names) { record in
                    try body(&record)
                    return true
                }
            }
            #expect(isGiven == isClear)
            guard isGiven else { continue }
            let read = try events(&source) { source, body in
                try source.read(Selection.none.with(.event, names), report: { _ in }, body)
            }
            #expect(glanced == read)
            #expect(glanced.count == rows.filter { $0.hasPrefix("event") }.count)
            #expect(try !source.glance(at: .event, names) { _ in true }, "it was looked over before")
        }
        var source = files.source()
        var count = 0
        let isGiven = try source.glance(at: .event, names) { _ in
            count += 1
            return false
        }
        #expect(!isGiven || count == 0)
        #expect(count <= 1)
    }
}
