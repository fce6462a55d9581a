import ExchangeFormats
import Glibc

/// Finds the peers that are installed, and builds those that are libraries.
struct PeerFinder {
    private let folder: TemporaryFolder
    private var searches: [PeerKind: PeerSearch] = [:]
    /// What was built or asked already, by its name: several peers are one program.
    private var programs: [String: Result<Peer, Absence>] = [:]

    private let setting: Setting

    init(_ setting: Setting, _ folder: TemporaryFolder) {
        (self.setting, self.folder) = (setting, folder)
    }

    mutating func find(_ kind: PeerKind) -> PeerSearch {
        if let known = searches[kind] { return known }
        let search: PeerSearch
        do {
            search = .found(try peer(kind))
        } catch {
            search = .absent((error as? Absence)?.reason ?? (error as? Failure)?.message ?? "\(error)")
        }
        searches[kind] = search
        return search
    }

    private mutating func peer(_ kind: PeerKind) throws -> Peer {
        switch kind {
        case .libicalParse: try libical("parse")
        case .libicalWrite: try libical("write")
        case .libicalCheck: try libical("check")
        case .pythonCalendar:
            try python("icalendar", script: "json-calendar.py", PythonCalendar.ofJSON)
        case .pythonTable: try python("icalendar", script: "table-calendar.py", PythonCalendar.ofTable)
        case .foundation: try foundation()
        case .orjson: try python("orjson", script: "loads.py", PythonJSON.text)
        case .simdjson: try once("simdjson") { try Self.simdjson($0) }
        case .rustCSV: try once("csv") { try Self.rustCSV($0) }
        case .xmllintStream: try xmllint(["--stream", "--noout"])
        case .xmllintSAX: try xmllint(["--sax", "--noout"])
        case .xmllintSchema: try schema()
        case .xmllintVersion: try xmllint(["--version"])
        }
    }

    private mutating func once(_ name: String, _ build: (TemporaryFolder) throws -> Peer) throws -> Peer {
        if let known = programs[name] { return try known.get() }
        let folder = folder
        let result = Result<Peer, Absence> { () throws(Absence) in
            do {
                return try build(folder)
            } catch let absence as Absence {
                throw absence
            } catch {
                throw Absence((error as? Failure)?.message ?? "\(error)")
            }
        }
        programs[name] = result
        return try result.get()
    }

    // MARK: Programs

    private static func program(_ name: String) throws -> String {
        guard let path = Program.find(name) else { throw Absence("\(name) is not installed") }
        return path
    }

    private mutating func xmllint(_ arguments: [String]) throws -> Peer {
        let peer = try once("xmllint") { folder in
            let path = try Self.program("xmllint")
            let answer = try Program.answer(Command(path, ["--version"]), folder).first ?? "xmllint"
            return Peer(
                edition: answer.split(separator: "/").last.map(String.init) ?? answer, command: Command(path, []))
        }
        return Peer(edition: peer.edition, command: Command(peer.command.path, arguments))
    }

    /// The program that is built with this one, and lies beside it.
    private func foundation() throws -> Peer {
        let path = setting.program.split(separator: "/").dropLast().map { "/\($0)" }.joined() + "/foundation-peer"
        guard access(path, X_OK) == 0 else { throw Absence("there is no \(path)") }
        return Peer(edition: "Foundation of \(setting.compiler)", command: Command(path, []))
    }

    private mutating func schema() throws -> Peer {
        let path = folder.file("exchange.xsd")
        try TextFile.write(XMLSchemaWriter().text, to: path)
        return try xmllint(["--stream", "--noout", "--schema", path])
    }

    /// A script for Python, which needs a module.
    private mutating func python(_ module: String, script: String, _ text: String) throws -> Peer {
        let peer = try once(module) { folder in
            let python = try Self.program("python3")
            // What is found first may be a script that looks for the interpreter each time: the interpreter itself is
            // asked for, so that nobody's search is measured.
            let question = """
                import platform, sys
                print(sys.executable)
                print(platform.python_version())
                import \(module)
                print(\(module).__version__)
                """
            guard let answer = try? Program.answer(Command(python, ["-c", question]), folder), answer.count == 3
            else { throw Absence("python3 has no \(module)") }
            return Peer(edition: "Python \(answer[1]) with \(module) \(answer[2])", command: Command(answer[0], []))
        }
        let path = folder.file(script)
        try TextFile.write(text, to: path)
        return Peer(edition: peer.edition, command: Command(peer.command.path, [path]))
    }

    // MARK: Libraries

    private mutating func libical(_ deed: String) throws -> Peer {
        let peer = try once("libical") { folder in
            let program = try Self.build(
                LibicalProgram.text, as: "libical.c", with: "gcc", ["-O2"], ["-lical"], folder, needs: "libical-dev")
            return try Self.introduced(program, folder)
        }
        return Peer(edition: peer.edition, command: Command(peer.command.path, [deed]))
    }

    private static func simdjson(_ folder: TemporaryFolder) throws -> Peer {
        let program = try build(
            // Which of its kernels the on-demand reader uses is settled when it is compiled: the best for this machine.
            SimdjsonProgram.text, as: "simdjson.cpp", with: "g++", ["-O3", "-march=native", "-std=c++17"],
            ["-lsimdjson"], folder, needs: "libsimdjson-dev")
        return try introduced(program, folder)
    }

    private static func rustCSV(_ folder: TemporaryFolder) throws -> Peer {
        let cargo = try program("cargo")
        try TextFile.write(RustProgram.manifest, to: folder.file("Cargo.toml"))
        try TextFile.write(RustProgram.configuration, to: folder.file("cargo-config.toml"))
        try TextFile.write(RustProgram.text, to: folder.file("table.rs"))
        let command = Command(
            cargo,
            [
                "build", "--release", "--offline", "--quiet", "--manifest-path", folder.file("Cargo.toml"),
                "--config", folder.file("cargo-config.toml"), "--target-dir", folder.file("target"),
            ])
        do {
            _ = try ChildProcess.run(command, output: "/dev/null", errors: folder.file("errors"))
        } catch let failure as Failure {
            throw Absence("librust-csv-dev is not installed, or is not built (\(failure.shortened))")
        }
        let peer = try introduced(folder.file("target/release/table"), folder)
        let compiler = (try? Program.answer(Command(cargo, ["--version"]), folder).first) ?? "cargo"
        return Peer(edition: "\(peer.edition), \(compiler)", command: peer.command)
    }

    /// The program that comes out of a source.
    private static func build(
        _ text: String, as name: String, with compiler: String, _ options: [String], _ libraries: [String],
        _ folder: TemporaryFolder, needs package: String
    ) throws -> String {
        let path = try program(compiler)
        try TextFile.write(text, to: folder.file(name))
        let result = folder.file("\(name).out")
        do {
            let command = Command(path, options + [folder.file(name), "-o", result] + libraries)
            _ = try ChildProcess.run(command, output: "/dev/null", errors: folder.file("errors"))
        } catch let failure as Failure {
            throw Absence("\(package) is not installed, or is not built (\(failure.shortened))")
        }
        return result
    }

    /// A program of the benchmark's own that says what it stands on.
    private static func introduced(_ program: String, _ folder: TemporaryFolder) throws -> Peer {
        let edition = try Program.answer(Command(program, ["--version"]), folder).first
        return Peer(edition: edition ?? "", command: Command(program, []))
    }
}

enum Program {
    /// Where a program lies in the search path; nil if it lies nowhere.
    static func find(_ name: String) -> String? {
        let folders = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"
        return folders.split(separator: ":").map { "\($0)/\(name)" }.first { access($0, X_OK) == 0 }
    }

    /// The lines that a command prints.
    static func answer(_ command: Command, _ folder: TemporaryFolder) throws -> [String] {
        let (output, errors) = (folder.file("answer"), folder.file("errors"))
        _ = try ChildProcess.run(command, output: output, errors: errors)
        let text = [output, errors].map(TextFile.beginning(of:)).first { !$0.isEmpty } ?? ""
        return text.split(separator: "\n").map(String.init)
    }
}
