import Glibc

/// A program of others that does the same, with the edition that is installed here.
struct Peer {
    /// What the report calls it.
    let name: String
    /// With all that it stands on: `Python 3.11.2 with icalendar 6.1.0`.
    let edition: String
    /// Where its program lies, and what it is always given.
    let command: Command
}

/// A peer that may be missing.
enum PeerSearch {
    case found(Peer)
    /// Why there is none: `python3 has no icalendar`.
    case absent(String)

    /// Python with `json` and `icalendar`, and the script that the benchmark writes for it.
    static func calendar(_ folder: TemporaryFolder) throws -> PeerSearch {
        guard let python = Program.find("python3") else { return .absent("python3 is not installed") }
        // What is found first may be a script that looks for the interpreter each time: the interpreter itself is asked
        // for, so that nobody's search is measured.
        let question = """
            import platform, sys
            print(sys.executable)
            print(platform.python_version())
            import icalendar
            print(icalendar.__version__)
            """
        guard let answer = try? Program.answer(Command(python, ["-c", question]), folder), answer.count == 3 else {
            return .absent("python3 has no icalendar")
        }
        let script = folder.file("peer.py")
        try TextFile.write(PythonScript.text, to: script)
        return .found(
            Peer(
                name: "Python json + icalendar", edition: "Python \(answer[1]) with icalendar \(answer[2])",
                command: Command(answer[0], [script])))
    }

    /// `xmllint --version`: a small program in C that links the same library.
    static func start(_ folder: TemporaryFolder) -> PeerSearch {
        guard let path = Program.find("xmllint") else { return .absent("xmllint is not installed") }
        let command = Command(path, ["--version"])
        guard let answer = try? Program.answer(command, folder).first else { return .absent("xmllint does not answer") }
        let edition = answer.split(separator: "/").last.map(String.init) ?? answer
        return .found(Peer(name: "xmllint --version", edition: edition, command: command))
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
