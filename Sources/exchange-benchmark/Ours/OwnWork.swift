import ExchangeBytes
import ExchangeDiagnostics
import ExchangeFormats
import ExchangeModel
import ExchangeSyntax
import Glibc

/// What the library is made to do in a process of its own where the tool has no word for it.
enum OwnWork: String, CaseIterable {
    /// Reads an exchange with all checks, and keeps every record.
    case keep
    /// The same, and then writes what was kept as a calendar.
    case rewrite
    /// Reads an exchange with all checks, and keeps nothing.
    case read
    /// Reads an exchange that lies in memory, and looks at every value.
    case touch
    /// Cuts a table that lies in memory into cells.
    case cells
    /// Checks an exchange in XML against the schema.
    case schema

    /// How often work in memory is done, for its median.
    private static let times = 5

    func run(_ path: String) throws {
        switch self {
        case .keep: try keep(path, isWritten: false)
        case .rewrite: try keep(path, isWritten: true)
        case .read: try read(path)
        case .touch: try touch(path)
        case .cells: try cells(path)
        case .schema: try schema(path)
        }
    }

    private func open(_ path: String) throws -> FormatSource {
        guard let ending = path.split(separator: ".").last, let format = Format(rawValue: String(ending)),
            let source = FormatSource(format, .file(try ReadFile(path).input))
        else { throw Failure("\(path) does not end like something that can be read") }
        return source
    }

    private func keep(_ path: String, isWritten: Bool) throws {
        var source = try open(path)
        var kept = KeptRecords()
        var count = RecordCount()
        try source.read(.all, report: { _ in }) { record in
            count.add(record)
            kept.append(record)
        }
        guard isWritten else { return try TextFile.print(count.lines + "kept \(kept.count)\n") }
        try FormatWriter(.ics).write(&kept, sink: { try TextFile.put($0, 1, "standard output") })
    }

    private func read(_ path: String) throws {
        var source = try open(path)
        var count = RecordCount()
        try source.read(.all, report: { _ in }) { count.add($0) }
        try TextFile.print(count.lines)
    }

    private func touch(_ path: String) throws {
        let octets = try ReadFile(path).octets()
        var count = ValueCount()
        let seconds = try Self.median {
            guard var source = FormatSource(.json, FormatInput(octets)) else { return }
            count = ValueCount()
            try source.read(.all, report: { _ in }) { count.add($0) }
        }
        try TextFile.print(count.lines + "seconds \(seconds)\n")
    }

    private func cells(_ path: String) throws {
        let input = ByteInput(try ReadFile(path).octets())
        var count = CellCount()
        let seconds = try Self.median { count = try CellCount(input) }
        try TextFile.print(count.lines + "\(try CellCount.checksum(input))\nseconds \(seconds)\n")
    }

    private func schema(_ path: String) throws {
        let check = try XMLSchemaCheck(Array(XMLSchemaWriter().text.utf8), namespace: XMLSchemaWriter.namespace)
        var found: [Code: Int] = [:]
        _ = try check.check(try ReadFile(path).input) { found[$0.code, default: 0] += 1 }
        try TextFile.print("violations \(found.values.reduce(0, +))\n")
    }

    /// Does something once to warm up and then some times more; answers the median of the seconds it took.
    private static func median(_ work: () throws -> Void) throws -> Double {
        try work()
        var seconds: [Double] = []
        for _ in 0..<times {
            let began = ChildProcess.now()
            try work()
            seconds.append(ChildProcess.now() - began)
        }
        return Series(seconds)?.median ?? 0
    }
}
