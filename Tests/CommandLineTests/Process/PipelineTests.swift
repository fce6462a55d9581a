import Foundation
import Testing

@testable import cos_exchange

@Suite("On a line of the shell")
struct PipelineTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try FileManager.default.copyItem(atPath: Fixture.path("open-studios"), toPath: folder.file("p.json"))
        try FileManager.default.copyItem(atPath: Fixture.path("carrara-2026"), toPath: folder.file("q.json"))
    }

    @Test(
        "the tool is one part of many",
        arguments: [
            ("$TOOL export -f ics p.json > p.ics && head -c 15 p.ics", "BEGIN:VCALENDAR"),
            ("cat p.json | $TOOL validate - --from json", "<standard input>: no findings in 19 records\n"),
            ("cat p.json | $TOOL validate", "<standard input>: no findings in 19 records\n"),
            ("$TOOL convert -f ndjson p.json | grep -c '^{\"record\":\"event\"'", "3\n"),
            ("$TOOL convert -f ndjson p.json | $TOOL convert -f json | cmp - p.json && echo same", "same\n"),
            (
                "$TOOL convert -f ndjson p.json | head -1 | $TOOL inspect --report json | grep -c '\"exchange\": 1'",
                "1\n"
            ),
            ("$TOOL convert p.json -o p.json; ls", "p.json\nq.json\n"),
            ("$TOOL validate p.json p.json | tail -1", "2 files: no findings in 38 records\n"),
            ("$TOOL export -f ics q.json 2>&- | head -1; echo ${PIPESTATUS[0]}", "BEGIN:VCALENDAR\r\n141\n"),
            ("$TOOL inspect p.json > /dev/full 2> /dev/null; echo $?", "74\n"),
            ("$TOOL export -f ics p.json > /dev/full 2> /dev/null; echo $?", "74\n"),
        ])
    func pipes(_ line: String, _ text: String) throws {
        let run = try Run(shell: line, in: folder)
        #expect(run.text == text)
        if !line.contains("export") { #expect(run.errors == "") }
    }

    @Test("JSON is what jq reads")
    func isReadByJQ() throws {
        guard try Run(shell: "command -v jq").code == 0 else {
            return skip("exports in jq", because: "jq is not installed")
        }
        let run = try Run(
            shell: """
                $TOOL export -q -f json q.json | jq -e '.places | length'
                $TOOL validate --report json q.json | jq -e '.summary.records'
                $TOOL inspect --report json q.json | jq -e '.records.place'
                """, in: folder)
        #expect(run.text == "60\n297\n60\n")
    }

    @Test("several inputs get one summary and one answer")
    func sumsUp() throws {
        try folder.write("{\"id\": \"x\", \"places\": 1}", to: "r.json")
        let run = try Run(["validate", "p.json", "r.json"], in: folder)
        #expect(run.code == 1)
        #expect(run.text.contains("\np.json: no findings in 19 records\n") || run.text.hasPrefix("p.json: no findings"))
        #expect(run.text.split(separator: "\n").last?.hasPrefix("2 files: ") == true)
    }
}
