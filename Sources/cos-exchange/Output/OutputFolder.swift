import ExchangeSyntax
import Glibc

/// A folder into which several files are written, all of them or none.
///
/// They take their places one after the other when all of them are safe on the disk; only a machine that fails in that
/// moment can leave some of the old beside some of the new.
final class OutputFolder {
    private let path: String
    private let isNew: Bool
    private var outputs: [Output] = []
    private var names: [String] = []
    /// Files that go when the others have come.
    private var leftovers: [String] = []
    private var isCommitted = false

    /// Whether a path means a folder: one that is there, or one to be made, with a slash at its end.
    static func isMeant(by path: String?) -> Bool {
        guard let path else { return false }
        var status = stat()
        return path.hasSuffix("/") || stat(path, &status) == 0 && status.kind == S_IFDIR
    }

    /// The folder, made if it is not there.
    init(_ path: String) throws(Failure) {
        self.path = path
        isNew = mkdir(path, 0o777) == 0
        if !isNew, errno != EEXIST {
            throw Failure(.cannotCreate, cannot: "create", "'\(Escaped.text(path))'", number: errno)
        }
    }

    deinit {
        // The files go first: a folder with something in it stays.
        outputs.removeAll()
        if isNew, !isCommitted { rmdir(path) }
    }

    /// A file in it.
    func add(_ name: String) throws(Failure) -> Output {
        let output = try Output(Output.path(of: name, in: path))
        outputs.append(output)
        names.append(name)
        return output
    }

    /// Where the files are, or will be.
    var paths: [String] { names.map { Output.path(of: $0, in: path) } }

    /// Whether the tables of an exchange are there, before anything is put into its place.
    var holdsPackage: Bool { has("exchange.csv") }

    func path(of name: String) -> String { Output.path(of: name, in: path) }

    /// Whether something of that name is there, before anything is put into its place.
    func has(_ name: String) -> Bool {
        var status = stat()
        return lstat(path(of: name), &status) == 0
    }

    /// Sees to it that a file is not there at the end; answers whether it is there now.
    func leaveOut(_ name: String) -> Bool {
        var status = stat()
        guard lstat(Output.path(of: name, in: path), &status) == 0, status.kind == S_IFREG else { return false }
        leftovers.append(name)
        return true
    }

    /// What has been written, with the names of the files.
    func written() throws(Failure) -> [(name: String, input: ByteInput)] {
        var files: [(name: String, input: ByteInput)] = []
        for (name, output) in zip(names, outputs) {
            if let input = try output.written() { files.append((name, input)) }
        }
        return files
    }

    func commit() throws(Failure) {
        for output in outputs { try output.prepare() }
        for output in outputs { try output.commit() }
        for name in leftovers where unlink(Output.path(of: name, in: path)) != 0 && errno != ENOENT {
            throw Failure(
                .cannotCreate, cannot: "remove", "'\(Escaped.text(Output.path(of: name, in: path)))'", number: errno)
        }
        isCommitted = true
    }
}
