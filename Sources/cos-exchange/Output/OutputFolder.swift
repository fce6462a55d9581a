import Glibc

/// A folder into which several files are written, all of them or none.
///
/// They take their places one after the other when all of them are safe on the disk; only a machine that fails in that
/// moment can leave some of the old beside some of the new.
final class OutputFolder {
    private let path: String
    private let isNew: Bool
    private var outputs: [Output] = []
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
        return output
    }

    func commit() throws(Failure) {
        for output in outputs { try output.prepare() }
        for output in outputs { try output.commit() }
        isCommitted = true
    }
}
