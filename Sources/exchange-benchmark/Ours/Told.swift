/// What a process tells on its standard output about its work: a line for each number, `events 100000`.
struct Told {
    private(set) var numbers: [(name: String, value: Double)] = []

    /// What stands in such lines; others are gone past.
    init(_ lines: [String]) {
        for line in lines {
            let words = line.split(separator: " ")
            if words.count == 2, let value = Double(words[1]) { numbers.append((String(words[0]), value)) }
        }
    }

    subscript(name: String) -> Double? { numbers.first { $0.name == name }?.value }

    /// The first thing that two tell otherwise than each other, of some or of all but the time.
    func difference(from other: Told, in names: [String]? = nil) -> String? {
        for (name, value) in numbers where names?.contains(name) ?? (name != "seconds") {
            if let theirs = other[name], theirs != value {
                return "\(name): \(Figures.fixed(value, 0)) and \(Figures.fixed(theirs, 0))"
            }
        }
        return nil
    }
}
