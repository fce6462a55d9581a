/// The table: a row for each goal, and beside some the same work under another contract.
struct Table {
    let rows: [Row]

    init(_ scale: Scale) {
        let many = Extent.events(scale.many)
        let (number, few) = (Figures.count(scale.many), Figures.count(scale.few))
        let (json, ics) = (Input.json(many), Input(form: "ics", extent: many))
        let (csv, xml) = (Input(form: "csv", extent: many), Input(form: "xml", extent: many))
        rows = [
            Row(
                name: "1", title: "iCalendar → records, every event kept, \(number) events",
                work: .race(
                    Race(
                        input: ics, ours: .own(.keep), peer: .libicalParse,
                        check: .told(["vevents", "events", "records"]), pairs: 5)),
                goal: .timesAsFast(5, 9),
                note:
                    "Both read the calendar as it is exchanged and keep all of it. Ours decodes and checks what rides "
                    + "along in X-COS lines, the peer takes them as text."),
            Row(
                name: "1s", title: "the same, nothing kept",
                work: .race(
                    Race(
                        input: ics, ours: .own(.read), peer: .libicalParse,
                        check: .told(["vevents", "events", "records"]), pairs: 3)),
                note: "Another contract: ours drops each record, the peer keeps its tree, for it cannot do otherwise."),
            Row(
                name: "1l", title: "the same, a calendar without what rides along",
                work: .race(
                    Race(
                        input: Input(form: "lean.ics", extent: many), ours: .own(.keep), peer: .libicalParse,
                        check: .told(["vevents", "events"]), pairs: 3)),
                note: "As other programs write calendars: both have the same to do."),
            Row(
                name: "2", title: "iCalendar → model → iCalendar, \(number) events",
                work: .race(
                    Race(
                        input: ics, ours: .tool("convert", "-q", "-f", "ics"), peer: .libicalWrite,
                        check: .calendarAgain)),
                goal: .timesAsFast(5, 10),
                note: "File to file. Ours reads more than once and holds a record at a time, the peer holds the tree."),
            Row(
                name: "2k", title: "the same, every record kept and written from memory",
                work: .race(
                    Race(input: ics, ours: .own(.rewrite), peer: .libicalWrite, check: .calendarAgain, pairs: 3)),
                note: "As the peer does it."),
            Row(
                name: "3", title: "JSON → iCalendar, \(few) events",
                work: .race(
                    Race(
                        input: .json(.events(scale.few)), ours: .tool("convert", "-q", "-f", "ics"),
                        peer: .pythonCalendar, check: .calendar)),
                goal: .timesAsFast(80, 200),
                note: "Ours checks, knows clocks and writes what rides along; the peer writes plain VEVENTs only."),
            Row(
                name: "3x", title: "the same, and what is private withheld",
                work: .race(
                    Race(
                        input: .json(.events(scale.few)), ours: .tool("export", "-q", "-f", "ics"),
                        peer: .pythonCalendar, check: .calendar, pairs: 3)),
                note: "As an office exports: the consent of artists and the precision of places are looked at too."),
            Row(
                name: "4", title: "JSON → iCalendar, \(number) events",
                work: .race(
                    Race(
                        input: json, ours: .tool("convert", "-q", "-f", "ics"), peer: .foundation, check: .same,
                        pairs: 3)),
                goal: .timesAsFast(8, 20),
                note: "The peer decodes all into structs, and feeds the same writer with them. Ours holds a record at "
                    + "a time, and checks."),
            Row(
                name: "5", title: "JSON → records, every record kept, \(number) events",
                work: .race(
                    Race(input: json, ours: .own(.keep), peer: .orjson, check: .told(["events", "records"]))),
                goal: .timesAsFast(3, 6),
                note:
                    "Ours checks names, types and spelling, and keeps where each value was read; the peer checks that "
                    + "it is JSON. Its interpreter's end is not counted in."),
            Row(
                name: "5s", title: "the same, nothing kept",
                work: .race(
                    Race(
                        input: json, ours: .own(.read), peer: .orjson, check: .told(["events", "records"]), pairs: 3)),
                note: "Another contract: the peer keeps its tree."),
            Row(
                name: "6", title: "JSON → record values, in memory, \(number) events",
                work: .race(
                    Race(
                        input: json, ours: .own(.touch), peer: .simdjson,
                        check: .told(["values", "octets"]), clock: .told)),
                goal: .timesAsFast(0.2, 0.4),
                note: "Every value is looked at. Ours finds the field of every name and checks values by it; the peer "
                    + "unescapes strings and takes numbers as they are spelled."),
            Row(
                name: "7", title: "CSV → cells as slices, UTF-8 validated, in memory, \(number) events",
                work: .race(
                    Race(
                        input: csv, ours: .own(.cells), peer: .rustCSV,
                        check: .told(["rows", "cells", "octets", "checksum"]), clock: .told)),
                goal: .timesAsFast(1.2, 2),
                note: "The peer reads into one StringRecord again and again. Ours finds the separator by itself, and "
                    + "remarks what is wrong."),
            Row(
                name: "8", title: "CSV → iCalendar, \(number) events",
                work: .race(
                    Race(
                        input: csv, ours: .tool("convert", "-q", "-f", "ics"), peer: .pythonTable, check: .calendar,
                        pairs: 3, warmUps: 0)),
                goal: .timesAsFast(80, 200),
                note: "Stacked tables. Ours checks, knows clocks and writes what rides along; the peer does not."),
            Row(
                name: "9", title: "XML → records, every record kept, \(number) events",
                work: .race(
                    Race(input: xml, ours: .own(.keep), peer: .xmllintStream, check: .told(["events", "records"]))),
                goal: .timesAsFast(1, 1.4),
                note: "Ours does more: the peer looks at the markup, and keeps and makes nothing."),
            Row(
                name: "9s", title: "the same, nothing kept",
                work: .race(
                    Race(
                        input: xml, ours: .own(.read), peer: .xmllintStream, check: .told(["events", "records"]),
                        pairs: 3)),
                note: "Ours still makes the records; the peer makes nothing."),
            Row(
                name: "9x", title: "the same, against the quicker way of the peer",
                work: .race(
                    Race(
                        input: xml, ours: .own(.read), peer: .xmllintSAX, check: .told(["events", "records"]),
                        pairs: 3)),
                note: "The peer calls functions that do nothing, not even with the names."),
            Row(
                name: "10", title: "XML validated against the XSD while streaming, \(number) events",
                work: .race(
                    Race(
                        input: xml, ours: .own(.schema), peer: .xmllintSchema, check: .told(["violations"]))),
                goal: .timesAsFast(1, 1.3),
                note: "The schema as it is published, on both sides; no rule of ours is run."),
            Row(
                name: "10v", title: "the same, with all rules that exist",
                work: .race(
                    Race(
                        input: xml, ours: .tool("validate", "-q", "--report", "short", "--exit-zero"),
                        peer: .xmllintSchema, check: .report, pairs: 3)),
                note: "As the tool validates: the rules, and the schema as their witness."),
            Row(
                name: "11", title: "JSON → iCalendar, the most memory held",
                work: .memory(
                    MemoryWork(
                        ours: .tool("export", "-q", "-f", "ics"), form: "json", peak: .atMost(24, 12, "MiB"),
                        ratio: .atMost(1.1, 1.1, "×"))),
                note: "--large: at 1 GB."),
            Row(
                name: "12", title: "iCalendar → NDJSON, the most memory held",
                work: .memory(
                    MemoryWork(
                        ours: .tool("convert", "-q", "-f", "ndjson"), form: "ics", peak: .atMost(32, 12, "MiB"))),
                note: "--large: of an exchange with 1 GB of JSON."),
            Row(
                name: "13", title: "cos-exchange --version",
                work: .race(
                    Race(
                        input: nil, ours: .tool("--version"), peer: .xmllintVersion, check: .anything,
                        figure: .timeOfPeer, pairs: 60, warmUps: 5)),
                goal: .atMost(1.5, 1, "×"),
                note: "From start to end. Built without --static-swift-stdlib the tool starts slower."),
            Row(
                name: "14", title: "Instructions for each octet of input",
                work: .instructions([
                    (.jsonJSON, .atMost(40, 28, "")), (.jsonCalendar, .atMost(60, 38, "")),
                    (.calendarLines, .atMost(60, 38, "")),
                ]),
                note: "Counted by callgrind, the difference of two sizes: starting counts for nothing."),
            Row(
                name: "15", title: "validate, all rules that exist, \(number) events of JSON",
                work: .race(
                    Race(
                        input: json, peerInput: ics,
                        ours: .tool("validate", "-q", "--report", "short", "--exit-zero"), peer: .libicalCheck,
                        check: .report)),
                goal: .timesAsFast(3, 8),
                note: "The peer parses the calendar of the same exchange, and checks the restrictions of RFC 5545."),
        ]
    }
}
