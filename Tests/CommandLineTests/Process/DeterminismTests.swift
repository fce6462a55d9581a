import Foundation
import Testing

@testable import cos_exchange

@Suite("Whatever the machine is set to")
struct DeterminismTests {
    private static let surroundings: [[String: String]] = [
        ["LC_ALL": "C", "LANG": "C", "TZ": "UTC0", "HOME": "/"],
        ["LC_ALL": "it_IT.UTF-8", "LANG": "it_IT.UTF-8", "LANGUAGE": "it", "TZ": "Europe/Rome", "HOME": "/tmp"],
        ["LC_ALL": "ar_EG.UTF-8", "LC_NUMERIC": "ar_EG.UTF-8", "TZ": ":Africa/Cairo", "TERM": "xterm", "USER": "x"],
        ["TZ": "Not/AZone", "COLUMNS": "200", "CLICOLOR_FORCE": "1", "SOURCE_DATE_EPOCH": "86400", "LC_ALL": "zh_CN"],
    ]

    @Test("an export is the same, octet for octet", arguments: Fixture.names)
    func isTheSame(_ name: String) throws {
        let masks = ["0022", "0077", "0000", "0027"]
        for arguments in [
            "export -f ics", "export -f ics --lean --cancelled title", "export -f json", "export -f ndjson",
        ] {
            var outputs: Set<String> = []
            for (environment, mask) in zip(Self.surroundings, masks) {
                let folder = try TemporaryFolder()
                try FileManager.default.createDirectory(atPath: folder.file("p"), withIntermediateDirectories: false)
                try FileManager.default.copyItem(atPath: Fixture.path(name), toPath: folder.file("p/exchange.json"))
                let run = try Run(
                    shell: "umask \(mask); cd p; $TOOL \(arguments) -o ../out", in: folder, environment: environment)
                #expect(run.code == 0)
                outputs.insert(try folder.read("out"))
                let mode = try FileManager.default.attributesOfItem(atPath: folder.file("out"))[.posixPermissions]
                #expect(mode as? Int == 0o666 & ~(Int(mask, radix: 8) ?? 0))
            }
            #expect(outputs.count == 1, "\(arguments)")
        }
    }

    @Test(
        "what is said is the same",
        arguments: ["validate", "validate --report json", "inspect", "inspect --report json"])
    func saysTheSame(_ arguments: String) throws {
        let path = Fixture.path("carrara-2026")
        let outputs = try Self.surroundings.dropLast().map { environment in
            try Run(arguments.split(separator: " ").map(String.init) + [path], environment: environment).text
        }
        #expect(Set(outputs).count == 1)
        #expect(outputs.first?.isEmpty == false)
    }

    @Test("an exchange comes back from every way round", arguments: Fixture.names)
    func comesBack(_ name: String) throws {
        let folder = try TemporaryFolder()
        try FileManager.default.copyItem(atPath: Fixture.path(name), toPath: folder.file("exchange.json"))
        let run = try Run(
            shell: """
                set -eo pipefail
                $TOOL convert -f json -o a.json
                $TOOL convert -f ndjson a.json -o b.ndjson
                $TOOL convert -f json b.ndjson > c.json
                cat b.ndjson | $TOOL convert -f json - | cmp - a.json
                cmp a.json c.json
                cmp a.json exchange.json
                """, in: folder)
        #expect(run.code == 0)
        #expect(run.text == "")
    }
}
