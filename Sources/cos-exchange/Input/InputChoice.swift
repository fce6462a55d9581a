import ExchangeFormats
import Glibc

/// Which input is meant: the one that was named, or what is piped in, or the one exchange in the current folder.
enum InputChoice: Equatable {
    case standardInput
    case file(String)
    case sample

    /// What the current folder is searched for.
    static let names = ["exchange.json", "exchange.xml", PackageFolder.descriptor, "exchange.csv"]

    init(named argument: String?, sample: Bool) throws {
        if sample {
            if argument != nil {
                throw UsageError("'--sample' is an input by itself, and takes no other", about: .sample)
            }
            self = .sample
        } else if let argument {
            self = argument == "-" ? .standardInput : .file(argument)
        } else if Self.isPipedIn {
            self = .standardInput
        } else {
            self = .file(try Self.discover(in: "."))
        }
    }

    /// Whether standard input is a file, a pipe or a socket: neither a terminal, nor the nothing of a timed job.
    private static var isPipedIn: Bool {
        guard let kind = try? Descriptor.standardInput.status().kind else { return false }
        return [S_IFREG, S_IFIFO, S_IFSOCK].contains(kind)
    }

    static func discover(in folder: String) throws(Failure) -> String {
        var found = names.filter { name in access("\(folder)/\(name)", F_OK) == 0 }
        // A package has a table of that name.
        if found.contains(PackageFolder.descriptor) { found.removeAll { $0 == "exchange.csv" } }
        let list = { (names: [String]) in names.map { "'\($0)'" }.joined(separator: ", ") }
        guard let name = found.first else {
            throw Failure(
                .noInput, "no input was named, and the current folder has none of \(list(names))",
                help: [
                    "name a file, or pipe one in and write '-'", "'--sample' uses a small built-in exchange",
                    "'cos-exchange init' writes a first one to fill in",
                ])
        }
        guard found.count == 1 else {
            throw Failure(.usage, "no input was named, and there are several: \(list(found))", help: ["name the one"])
        }
        return name
    }
}
