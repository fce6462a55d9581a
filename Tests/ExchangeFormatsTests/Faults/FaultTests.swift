import ExchangeDiagnostics
import Foundation
import Testing

@testable import ExchangeFormats

@Suite("Faults that are planted")
struct FaultTests {
    @Test("lie in ground in which nothing is wrong")
    func ground() throws {
        #expect(try Fault.findings(in: Fault.ground()).isEmpty)
        #expect(Fault.told.count >= 60)
    }

    @Test("are found by validation", arguments: Fault.told + Fault.untold)
    func validation(_ fault: Fault) throws {
        let ground = try Fault.ground()
        let planted = fault.plant(in: ground)
        try #require(planted != ground)
        let found = try Fault.findings(in: planted)
        #expect(found.contains { $0.code == fault.code && $0.severity >= .warning }, "\(found)")
    }

    @Test("are found by the JSON Schema, or it is known why not")
    func schema() throws {
        guard Peer.hasPython(["jsonschema"], for: "planted faults before the JSON Schema") else { return }
        let peer = try Peer()
        let schema = try peer.file("schema.json", Array(JSONSchemaWriter().text.utf8))
        let faults = Fault.told + Fault.untold
        let ground = try Fault.ground()
        let documents = try faults.enumerated().map { index, fault in
            try peer.file("\(index).json", Array(TreePrinter.print(fault.plant(in: ground)).utf8))
        }
        let whole = try peer.file("ground.json", Array(TreePrinter.print(ground).utf8))
        let (status, output) = Peer.run(
            "python3", [Peer.path(of: "json_schema.py"), "--verdicts", schema] + documents + [whole])
        let verdicts = output.split(separator: "\n")
        try #require(status == 0 && verdicts.count == faults.count + 1, "\(output.prefix(2000))")
        #expect(verdicts.last == "ok")
        for (fault, verdict) in zip(faults, verdicts) {
            #expect((verdict == "ok") == (fault.onlyRules != nil), "\(fault.testDescription): \(verdict)")
        }
    }
}
