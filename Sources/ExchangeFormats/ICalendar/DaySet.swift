import ExchangeBytes
import ExchangeModel

/// Days that are all different. Most slots have a few at most, and to look at each of them costs less than a hash.
struct DaySet: ~Copyable {
    private static var few: Int { 16 }
    private var days = Store<LocalDate>()
    private var others: Set<LocalDate> = []

    init() {}

    mutating func removeAll() {
        days.removeAll()
        if !others.isEmpty { others.removeAll(keepingCapacity: true) }
    }

    func contains(_ day: LocalDate) -> Bool {
        for index in 0..<days.count where days[index] == day { return true }
        return days.count == Self.few && others.contains(day)
    }

    /// Takes a day in; answers whether it was not there yet.
    mutating func insert(_ day: LocalDate) -> Bool {
        if contains(day) { return false }
        if days.count < Self.few { days.append(day) } else { others.insert(day) }
        return true
    }

    /// Takes in the days that are the values of a field, those that can be read.
    mutating func insert(_ record: borrowing Record, _ field: Int, of node: Record.Node) {
        var value = record.first(field, of: node)
        while let current = value {
            value = record.next(current)
            if let day = LocalDate(record[current.text]) { _ = insert(day) }
        }
    }
}
