import Glibc

/// What is measured, and on what.
struct Setting {
    /// Where our tool lies.
    let tool: String
    /// Where this program lies, which does some of the work of ours.
    let program: String
    /// What the tool says of itself: `cos-exchange 0.1.0`.
    let edition: String
    /// Whether the standard library is part of the tool.
    let isStatic: Bool
    /// The compiler that is installed: `Swift version 6.3.1 (swift-6.3.1-RELEASE)`.
    let compiler: String
    /// The kind of machine that instructions are for: `x86_64, glibc 2.36`.
    let architecture: String
    /// Processors, and the system.
    let machine: String

    init(tool: String?, _ folder: TemporaryFolder) throws {
        program = Self.program
        let neighbour = program.split(separator: "/").dropLast().map { "/\($0)" }.joined() + "/cos-exchange"
        let tool = tool ?? neighbour
        self.tool = tool
        guard access(tool, X_OK) == 0 else {
            throw Failure(
                "there is no \(tool): build it with 'swift build -c release --product cos-exchange', or name it "
                    + "with --tool")
        }
        edition = try Program.answer(Command(tool, ["--version"]), folder).first ?? ""
        let libraries = Program.find("ldd").flatMap { try? Program.answer(Command($0, [tool]), folder) } ?? []
        isStatic = !libraries.contains { $0.contains("libswiftCore.so") }
        let swift = Program.find("swift").flatMap { try? Program.answer(Command($0, ["--version"]), folder) }
        compiler = swift?.first { $0.contains("Swift version") } ?? "Swift of an unknown version"
        var names = utsname()
        uname(&names)
        architecture = "\(Self.text(names.machine)), \(Self.library)"
        let system = "\(Self.text(names.sysname)) \(Self.text(names.release))"
        machine = "\(sysconf(Int32(_SC_NPROCESSORS_ONLN))) processors \(Self.processor), \(system), \(architecture)"
    }

    /// The C library: `glibc 2.36`.
    private static var library: String {
        var name = [CChar](repeating: 0, count: 64)
        let length = confstr(Int32(_CS_GNU_LIBC_VERSION), &name, name.count)
        return length == 0 ? "a C library" : String(decoding: name.prefix { $0 != 0 }.map { UInt8($0) }, as: UTF8.self)
    }

    /// What the processor calls itself.
    private static var processor: String {
        let line = TextFile.beginning(of: "/proc/cpuinfo").split(separator: "\n").first { $0.hasPrefix("model name") }
        return line?.split(separator: ":").last.map { String($0.drop { $0 == " " }) } ?? "of an unknown kind"
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
