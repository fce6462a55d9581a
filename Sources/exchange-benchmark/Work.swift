/// What a row measures.
enum Work {
    /// Ours and a peer in turn, the one's time divided by the other's.
    case race(Race)
    /// The most memory that ours holds, at a large input and at a small one.
    case memory(MemoryWork)
    /// What callgrind counts in each direction, with what was to be reached.
    case instructions([(Direction, Goal)])
}

/// A programme in one of the formats.
struct Input: Hashable {
    /// The ending of its file: that of a format, or `lean.ics` for a calendar from which no exchange can be had again.
    var form: String
    var extent: Extent

    static func json(_ extent: Extent) -> Input { Input(form: "json", extent: extent) }
}

/// Two processes that do the same.
struct Race {
    /// Who tells how long it took.
    enum Clock {
        /// Whoever waits for the process.
        case process
        /// The process itself, of what it did in memory.
        case told
    }

    /// What of the two times is told.
    enum Figure: String {
        case timesAsFast = "times as fast"
        case timeOfPeer = "of the peer's time"
    }

    /// What each reads; nil for nothing.
    let input: Input?
    /// What the peer reads, if that is another form of the same.
    var peerInput: Input?
    let ours: Contestant
    let peer: PeerKind
    let check: OutputCheck
    var clock = Clock.process
    var figure = Figure.timesAsFast
    /// How many pairs are run, unless the user says.
    var pairs = 5
    /// How often both are run before it counts.
    var warmUps = 1
}

/// What is run of ours.
struct Contestant {
    enum Program {
        case tool, own
    }

    let program: Program
    let arguments: [String]
    var codes: Set<Int32> = [0]

    static func tool(_ arguments: String..., codes: Set<Int32> = [0]) -> Contestant {
        Contestant(program: .tool, arguments: arguments, codes: codes)
    }

    static func own(_ work: OwnWork) -> Contestant { Contestant(program: .own, arguments: [work.rawValue]) }

    /// As people would type it.
    var text: String {
        (program == .tool ? "cos-exchange " : "the library, ") + arguments.joined(separator: " ")
    }
}

/// How much memory one command holds.
struct MemoryWork {
    let ours: Contestant
    let form: String
    let peak: Goal
    /// What the peak of the large input may be of that of the small one.
    var ratio: Goal?
}
