import Foundation
import Testing

/// What the tool asks the system for, as `strace` sees it.
@Suite("Of all files, the tool")
struct IsolationTests {
    private static let tracer = "/usr/bin/strace"
    /// Where the system keeps what every program loads, and the tz database.
    private static let own = ["/usr/share/zoneinfo/", "/etc/ld.so.", "/proc/self/maps", "/sys/devices/system/cpu/"]

    /// Documents that ask for other files, or for the network.
    private static let askers = [
        "entity.xml": """
        <?xml version="1.0"?><!DOCTYPE exchange [<!ENTITY canary SYSTEM "canary">]>
        <exchange xmlns="urn:cos-exchange:1" id="x"><generator>&canary;</generator></exchange>
        """,
        "parameter.xml": """
        <?xml version="1.0"?><!DOCTYPE exchange [<!ENTITY % canary SYSTEM "canary"> %canary;]>
        <exchange xmlns="urn:cos-exchange:1" id="x"/>
        """,
        "external.xml": """
        <?xml version="1.0"?><!DOCTYPE exchange SYSTEM "http://127.0.0.1:9/canary">
        <exchange xmlns="urn:cos-exchange:1" id="x"/>
        """,
        "inclusion.xml": """
        <?xml version="1.0"?>
        <exchange xmlns="urn:cos-exchange:1" xmlns:xi="http://www.w3.org/2001/XInclude" id="x">
        <generator><xi:include href="canary" parse="text"/></generator></exchange>
        """,
        "location.xml": """
        <?xml version="1.0"?>
        <exchange xmlns="urn:cos-exchange:1" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
          xsi:schemaLocation="urn:cos-exchange:1 canary" id="x"><generator>x</generator></exchange>
        """,
        "sheet.xml": """
        <?xml version="1.0"?><?xml-stylesheet href="canary"?>
        <exchange xmlns="urn:cos-exchange:1" id="x"/>
        """,
        "remote.json": #"{"$schema": "file:canary", "id": "x", "url": "http://127.0.0.1:9/"}"#,
        "attachment.ics": """
        BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20260101T000000Z\r
        DTSTART:20260101T000000Z\r\nATTACH:file:canary\r\nURL:http://127.0.0.1:9/\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n
        """,
        "link.csv":
            "record,id,url\r\nexchange,x,\"=HYPERLINK(\"\"http://127.0.0.1:9/\"\")\"\r\nplace,p,file:canary\r\n",
    ]

    @Test("opens the one that was named and none that it names, and never the network", arguments: askers.keys.sorted())
    func asksForNothing(_ name: String) throws {
        guard FileManager.default.isExecutableFile(atPath: Self.tracer) else {
            return FileHandle.standardError.write(
                Data("SKIPPED: what is opened while \(name) is read (strace is not installed)\n".utf8))
        }
        let folder = try TemporaryFolder()
        try folder.write(Self.askers[name] ?? "", to: name)
        try folder.write("secret", to: "canary")
        for command in ["validate", "convert -f json"] {
            let trace = "\(Self.tracer) -f -qq -e trace=open,openat,openat2,socket,connect -o trace"
            let run = try Run(shell: "\(trace) $TOOL \(command) \(name)", in: folder)
            #expect(!(run.text + run.errors).contains("secret"))
            let calls = try folder.read("trace").split(separator: "\n")
            guard calls.contains(where: { $0.contains("openat(") }) else {
                return FileHandle.standardError.write(
                    Data("SKIPPED: what is opened while \(name) is read (strace may not trace here)\n".utf8))
            }
            #expect(calls.allSatisfy { !$0.contains("socket(") && !$0.contains("connect(") })
            let opened = calls.compactMap { call in
                call.split(separator: "\"", omittingEmptySubsequences: false).dropFirst().first.map(String.init)
            }
            #expect(opened.contains(name))
            for path in opened where path != name && !path.contains(".so") {
                #expect(Self.own.contains { path.hasPrefix($0) }, "\(path) was opened")
            }
        }
    }
}
