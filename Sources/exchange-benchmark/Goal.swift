/// What a figure was to reach: a floor that must be met, and a goal.
struct Goal {
    enum Sense {
        case atLeast, atMost
    }

    let floor: Double
    let goal: Double
    let sense: Sense
    let unit: String

    /// So many times as fast as a peer.
    static func timesAsFast(_ floor: Double, _ goal: Double) -> Goal {
        Goal(floor: floor, goal: goal, sense: .atLeast, unit: "×")
    }

    /// No more than so much of something.
    static func atMost(_ floor: Double, _ goal: Double, _ unit: String) -> Goal {
        Goal(floor: floor, goal: goal, sense: .atMost, unit: unit)
    }

    func verdict(of value: Double) -> Verdict {
        func isMet(_ bound: Double) -> Bool { sense == .atLeast ? value >= bound : value <= bound }
        return isMet(goal) ? .goal : isMet(floor) ? .floor : .missed
    }

    /// `≥ 5 ×`.
    var floorText: String { text(floor) }
    var goalText: String { text(goal) }

    private func text(_ bound: Double) -> String {
        let number = Figures.plain(bound)
        return "\(sense == .atLeast ? "≥" : "≤") \(number)\(unit.isEmpty ? "" : " \(unit)")"
    }
}

/// How a figure stands to its goal.
enum Verdict: String {
    case goal = "goal met"
    case floor = "floor met"
    case missed = "missed"
    /// There was no peer, or nothing to measure with: that is no win.
    case unknown = "not judged"
}
