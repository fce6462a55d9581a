import ExchangeBytes
import ExchangeDiagnostics
import ExchangeSyntax

/// What a `datapackage.json` (Data Package, version 2) says of the files of its package.
public enum PackageDescriptor {
    /// One of the files.
    public struct Resource: Hashable, Sendable {
        /// Its name in the package, empty if it has none.
        public let name: String
        /// Where it is, from the folder of the package.
        public let path: String
    }

    /// The files that a descriptor names, in its order.
    ///
    /// Throws a finding where it is no JSON, or where a path might lead out of the folder: one that is absolute or a URL,
    /// that goes up by `..`, or that holds a backslash or a control character.
    public static func paths(of input: ByteInput, limits: Limits = Limits()) throws -> [Resource] {
        let window = try ByteWindow(input, from: 0, size: 64 << 10, limits: limits)
        var scanner = JSONScanner(window, limits: limits)
        while true {
            scanner.index = 0
            do {
                return try resources(&scanner)
            } catch .incomplete {
                guard try scanner.window.refill(keepingFrom: 0) else {
                    throw finding(
                        Note(.limitExceeded, at: 0, detail: "longer than the limit of \(limits.record) octets"))
                }
            } catch .fault {
                throw finding(scanner.fault)
            }
        }
    }

    private static func finding(_ note: Note) -> Diagnostic {
        let location = Diagnostic.Location(position: Position(offset: note.offset), path: "/resources")
        return Diagnostic(note.code, message: note.detail, at: location)
    }

    private static func resources(_ scanner: inout JSONScanner) throws(Halt) -> [Resource] {
        var found: [Resource] = []
        try scanner.takeByteOrderMark()
        guard try scanner.opens(UInt8(ascii: "{"), UInt8(ascii: "}")) else { return [] }
        repeat {
            let isResources = try scanner.name().equals("resources")
            guard isResources, try scanner.peek() == UInt8(ascii: "[") else {
                try scanner.skip()
                continue
            }
            guard try scanner.opens(UInt8(ascii: "["), UInt8(ascii: "]")) else { continue }
            repeat {
                if try scanner.peek() == UInt8(ascii: "{") {
                    try found.append(contentsOf: resource(&scanner))
                } else {
                    try scanner.skip()
                }
            } while try scanner.continues(until: UInt8(ascii: "]"))
        } while try scanner.continues(until: UInt8(ascii: "}"))
        return found
    }

    /// The files of one resource: a table may be cut into several.
    private static func resource(_ scanner: inout JSONScanner) throws(Halt) -> [Resource] {
        guard try scanner.opens(UInt8(ascii: "{"), UInt8(ascii: "}")) else { return [] }
        var name = ""
        var paths: [String] = []
        repeat {
            let member = try scanner.name().text
            let byte = try scanner.peek()
            switch (member, byte) {
            case ("name", UInt8(ascii: "\"")): name = try scanner.text() ?? ""
            case ("path", UInt8(ascii: "\"")): try paths.append(path(&scanner))
            case ("path", UInt8(ascii: "[")):
                guard try scanner.opens(UInt8(ascii: "["), UInt8(ascii: "]")) else { continue }
                repeat {
                    if try scanner.peek() == UInt8(ascii: "\"") {
                        try paths.append(path(&scanner))
                    } else {
                        try scanner.skip()
                    }
                } while try scanner.continues(until: UInt8(ascii: "]"))
            default: try scanner.skip()
            }
        } while try scanner.continues(until: UInt8(ascii: "}"))
        return paths.map { Resource(name: name, path: $0) }
    }

    private static func path(_ scanner: inout JSONScanner) throws(Halt) -> String {
        let offset = scanner.offset
        let path = try scanner.text() ?? ""
        guard let fault = fault(in: path) else { return path }
        throw scanner.fault(.unsafePath, at: offset, "the path \"\(path)\" \(fault)")
    }

    /// What makes a path one that nobody should follow; nil if nothing does.
    static func fault(in path: String) -> String? {
        if path.isEmpty { return "names no file" }
        if path.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) { return "holds a control character" }
        if path.utf8.contains(UInt8(ascii: "\\")) { return "holds a backslash" }
        if path.hasPrefix("/") { return "does not begin in the folder of the package" }
        // A drive, or a scheme.
        if path.utf8.contains(UInt8(ascii: ":")) { return "holds a colon, as a drive and a URL do" }
        let steps = path.split(separator: "/", omittingEmptySubsequences: false)
        if steps.contains("..") { return "leads out of the folder of the package" }
        if steps.contains("") || steps.contains(".") { return "holds a step that leads nowhere" }
        return nil
    }
}
