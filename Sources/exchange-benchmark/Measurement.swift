/// What came out of a row.
struct Measurement {
    let row: Row
    /// The programme that was read; nil where none was.
    let input: ProgrammeFile?
    /// Ours, in the order of the row's variants.
    let variants: [Runs]
    let peer: Runs?
    /// Why there is no peer, if there should be one.
    let absence: String?

    /// The runs of one program, in the order in which they were.
    struct Runs {
        let name: String
        var usages: [Usage] = []
        /// The output: the same for all of them.
        var digest: OutputDigest?

        var wall: Series? { Series(usages.map(\.wall)) }
        var processor: Series? { Series(usages.map(\.processor)) }
        var peak: Peak? { usages.map(\.peak).max() }

        /// How often these could have run while another did, pair by pair.
        func ratios(to other: Runs) -> Series? {
            Series(zip(usages, other.usages).map { $1.wall / $0.wall })
        }
    }
}
