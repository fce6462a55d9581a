/// One line of the table: a piece of work, how it is measured, and what was to be reached.
struct Row {
    /// Its number in the table of goals; a letter behind it for a figure that stands beside that one.
    let name: String
    let title: String
    let work: Work
    var goal: Goal?
    /// In what the work of the two differs, if it does.
    let note: String
}

/// How large the inputs are.
struct Scale {
    /// What the rows call 100,000 events, and 10,000.
    var many = 100_000
    var few = 10_000
    /// The large input of the rows about memory, in octets, and the small one.
    var large = 100_000_000
    var small = 10_000_000
}
