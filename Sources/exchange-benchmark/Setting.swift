import Glibc

/// What is measured, and on what.
struct Setting {
    /// Where our tool lies.
    let tool: String
    /// What it says of itself: `cos-exchange 0.1.0`.
    let edition: String
    /// Whether it was built before this program was.
    let isToolOlder: Bool
    /// Processors, and the system.
    let machine: String

    init(tool: String?, _ folder: TemporaryFolder) throws {
        let program = Self.program
        let neighbour = program.split(separator: "/").dropLast().map { "/\($0)" }.joined() + "/cos-exchange"
        self.tool = tool ?? neighbour
        guard access(self.tool, X_OK) == 0 else {
            throw Failure(
                "there is no \(self.tool): build it with 'swift build -c release --product cos-exchange', or name it "
                    + "with --tool")
        }
        edition = try Program.answer(Command(self.tool, ["--version"]), folder).first ?? ""
        isToolOlder = (TextFile.changed(self.tool) ?? 0) < (TextFile.changed(program) ?? 0)
        var names = utsname()
        uname(&names)
        let system = [Self.text(names.sysname), Self.text(names.release), Self.text(names.machine)]
        machine = "\(sysconf(Int32(_SC_NPROCESSORS_ONLN))) processors, \(system.joined(separator: " "))"
    }

    /// Where this program lies.
    private static var program: String {
        guard let path = realpath("/proc/self/exe", nil) else { return CommandLine.arguments.first ?? "" }
        defer { free(path) }
        return String(cString: path)
    }

    private static func text<Field>(_ field: Field) -> String {
        withUnsafeBytes(of: field) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    }
}
