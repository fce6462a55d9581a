import ExchangeDiagnostics
import ExchangeModel
import ExchangeSyntax
import Foundation
import Testing

@testable import ExchangeFormats

@Suite("Faults that are planted in XML and in tables")
struct FormFaultTests {
    /// The faults that other formats than JSON can have.
    private static let faults = (Fault.told + Fault.untold).filter { !$0.isOfJSON && $0.isOfOtherFormats }

    /// An exchange as a format has it: the names of its files and what is in them.
    private static func files(_ tree: Tree, _ format: Format) throws -> [(name: String, octets: [UInt8])] {
        var source = JSONSource(ByteInput(TreePrinter.print(tree)))
        var options = WritingOptions()
        options.table = CSVOptions(layout: .package)
        var files: [(name: String, octets: [UInt8])] = format == .csv ? [] : [("exchange.\(format)", [])]
        try FormatWriter(format, options).write(
            &source, file: { files.append(($0, [])) }, sink: { files[files.count - 1].octets += $0.octets })
        return files
    }

    private static func findings(_ files: [(name: String, octets: [UInt8])], _ format: Format) throws -> [Diagnostic] {
        if format == .xml {
            var source = XMLSource(ByteInput(files[0].octets))
            return try Fault.findings(of: &source)
        }
        var source = CSVSource(InputPackage(files.map { InputPackage.File($0.name, ByteInput($0.octets)) }))
        return try Fault.findings(of: &source)
    }

    @Test("are found by validation", arguments: [Format.xml, .csv])
    func validation(_ format: Format) throws {
        #expect(try Self.findings(Self.files(Fault.ground(), format), format).isEmpty)
        for fault in Self.faults {
            let found = try Self.findings(Self.files(fault.plant(in: Fault.ground()), format), format)
            let isFound = found.contains { $0.code == fault.code && $0.severity >= .warning }
            #expect(isFound, "\(fault.testDescription): \(found)")
        }
    }

    @Test("are found by the XML Schema, or it is known why not")
    func xml() throws {
        guard Peer.run("xmllint", ["--version"]).status == 0 else {
            return Peer.say("SKIPPED: planted faults before the XML Schema (xmllint is not installed)")
        }
        let peer = try Peer()
        let schema = try peer.file("exchange.xsd", Array(XMLSchemaWriter().text.utf8))
        let trees = try Self.faults.map { $0.plant(in: try Fault.ground()) } + [Fault.ground()]
        let documents = try trees.enumerated().map { index, tree in
            try peer.file("\(index).xml", Self.files(tree, .xml)[0].octets)
        }
        let (_, output) = Peer.run("xmllint", ["--noout", "--nonet", "--schema", schema] + documents)
        let valid = Set(
            output.split(separator: "\n").filter { $0.hasSuffix(" validates") }.map { String($0.dropLast(10)) })
        #expect(documents.last.map(valid.contains) == true, "\(output.suffix(1000))")
        for (fault, document) in zip(Self.faults, documents) {
            #expect(valid.contains(document) == (fault.reason(in: .xml) != nil), "\(fault.testDescription)")
        }
    }

    @Test("are found by frictionless, or it is known why not")
    func tables() throws {
        guard Peer.hasPython(["frictionless"], for: "planted faults before Data Packages") else { return }
        let peer = try Peer()
        let trees = try Self.faults.map { $0.plant(in: try Fault.ground()) } + [Fault.ground()]
        let descriptors = try trees.enumerated().map { index, tree in
            let folder = peer.folder.appending(path: "\(index)")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            for file in try Self.files(tree, .csv) { _ = try peer.file("\(index)/\(file.name)", file.octets) }
            return folder.appending(path: "datapackage.json").path()
        }
        let (status, output) = Peer.run("python3", [Peer.path(of: "package.py"), "--verdicts"] + descriptors)
        let verdicts = output.split(separator: "\n")
        try #require(status == 0 && verdicts.count == descriptors.count, "\(output.prefix(2000))")
        #expect(verdicts.last == "ok")
        for (fault, verdict) in zip(Self.faults, verdicts) {
            #expect((verdict == "ok") == (fault.reason(in: .csv) != nil), "\(fault.testDescription): \(verdict)")
        }
    }

    @Test("of the lists of reasons are all among those that are tried, and told apart")
    func knowsReasons() {
        let tried = Set(Self.faults.map(\.testDescription))
        #expect(tried.count == Self.faults.count)
        for reasons in [Fault.notInXMLSchema, Fault.notInTables] { #expect(tried.isSuperset(of: reasons.keys)) }
    }
}
