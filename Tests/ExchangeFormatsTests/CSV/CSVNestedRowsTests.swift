import ExchangeDiagnostics
import ExchangeFormats
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
}
