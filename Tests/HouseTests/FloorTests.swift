import Testing

@Suite("The floors of the house")
struct FloorTests {
    @Test("the manifest is understood: every folder is a target, and every target a folder")
    func readsManifest() {
        let folders = Set(Tree.swift.map(\.target))
        let targets = Set(Manifest.dependencies.keys).subtracting(["CLibXML2"])
        #expect(folders == targets)
        #expect(Manifest.dependencies["ExchangeModel"] == ["ExchangeBytes", "ExchangeDiagnostics"])
        #expect(Manifest.dependencies["CommandLineTests"]?.contains("cos_exchange") == true)
    }

    @Test("a file imports only what its target declares")
    func importsWhatIsDeclared() {
        // What is not declared is built too late: tests then run against yesterday's module.
        for file in Tree.swift {
            let declared = Manifest.dependencies[file.target] ?? []
            let undeclared = Set(file.imports).intersection(Manifest.modules).subtracting(declared)
            #expect(undeclared.isEmpty, "\(file): \(undeclared.sorted())")
        }
    }

    @Test("a target declares only what lies below it", arguments: Manifest.dependencies.keys.sorted())
    func looksDown(_ target: String) {
        guard let floor = Manifest.floor(Manifest.module(target)) else { return }
        for dependency in Manifest.dependencies[target] ?? [] {
            let below = Manifest.floor(dependency)
            #expect(below.map { $0 < floor } == true, "\(target) declares \(dependency)")
        }
    }

    @Test("every target that is not a test stands on a floor")
    func knowsAllFloors() {
        for target in Set(Tree.sources.map(\.target)) { #expect(Manifest.floor(Manifest.module(target)) != nil) }
    }

    @Test("one folder alone imports libxml2, and the tests of what is in it")
    func importsLibraryOnce() {
        let files = Tree.swift.filter { $0.imports.contains("CLibXML2") }
        #expect(!files.isEmpty)
        #expect(
            files.allSatisfy {
                $0.path.contains("/ExchangeSyntax/XML/") || $0.path.contains("/ExchangeSyntaxTests/XML/")
                    // What reads XML is held against the library there.
                    || $0.path.hasSuffix("/ExchangeFuzzing/Laws/XMLVerdict.swift")
            }, "\(files)")
    }

    @Test("no source imports Foundation, but the one that the benchmark measures it with")
    func doesWithoutFoundation() {
        let files = Tree.sources.filter { $0.imports.contains { $0.hasPrefix("Foundation") } }
        #expect(files.map(\.path) == ["Sources/foundation-peer/FoundationPeer.swift"])
        // It is a program of its own, so that nothing that is shipped, and nothing else that is measured, carries it.
        let users = Manifest.dependencies.filter { $0.value.contains("foundation_peer") }.map(\.key)
        #expect(users == ["exchange-benchmark"])
    }
}
