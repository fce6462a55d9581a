/// What was written and waits for its place: one output, or several in a folder.
enum Delivery {
    case output(Output)
    case folder(OutputFolder)

    /// Whether nothing of it has been seen so far.
    var isAtomic: Bool {
        switch self {
        case .output(let output): output.isAtomic
        case .folder: true
        }
    }

    func commit() throws(Failure) {
        switch self {
        case .output(let output): try output.commit()
        case .folder(let folder): try folder.commit()
        }
    }
}
