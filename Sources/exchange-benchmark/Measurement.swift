/// What came out of a row.
struct Measurement {
    let row: Row
    /// What was read: `100,000 events, 132 MB of JSON`.
    var input = ""
    var ours: [Runs] = []
    var peer: Runs?
    /// With all that the peer stands on.
    var edition: String?
    /// Why something could not be measured, if it could not.
    var absence: String?
    var figures: [Figure] = []
    /// The ratios by the processor's time, which hold where others use the machine too.
    var processor: Series?
    /// What was found right.
    var check = ""

    /// How the figure stands that stands worst; nil where nothing was to be reached.
    var worst: Verdict? {
        let verdicts = figures.compactMap(\.verdict)
        return [Verdict.unknown, .missed, .floor, .goal].first { verdicts.contains($0) }
    }

    /// A figure of the row, and how it stands to what was to be reached.
    struct Figure {
        let name: String
        /// Nil if it could not be measured.
        let value: Series?
        let goal: Goal?

        var verdict: Verdict? {
            guard let goal else { return nil }
            return value.map { goal.verdict(of: $0.median) } ?? .unknown
        }
    }

    /// The runs of one program, in the order in which they were.
    struct Runs {
        let name: String
        var usages: [Usage] = []
        /// What the clock says that counts in this row, in seconds.
        var seconds: [Double] = []
        /// What was written: the same in all of them.
        var look = OutputCheck.Look()

        var wall: Series? { Series(seconds) }
        var processor: Series? { Series(usages.map(\.processor)) }
        var peak: Peak? { usages.map(\.peak).max() }

        /// Pair by pair, how often these could have run while another did; or the other way round.
        func ratios(to other: Runs, _ figure: Race.Figure) -> Series? {
            Self.ratios(seconds, other.seconds, figure)
        }

        /// The same by the processor's time.
        func processorRatios(to other: Runs, _ figure: Race.Figure) -> Series? {
            Self.ratios(usages.map(\.processor), other.usages.map(\.processor), figure)
        }

        private static func ratios(_ ours: [Double], _ theirs: [Double], _ figure: Race.Figure) -> Series? {
            Series(zip(ours, theirs).map { figure == .timesAsFast ? $1 / $0 : $0 / $1 })
        }
    }
}
