import ExchangeBytes
import ExchangeModel

/// When a slot says that it happens; nil for what it does not say, or not rightly.
struct SlotTimes {
    var start: Moment?
    var end: Moment?
    var until: Moment?
    var count: Int?
    var recurrence: Recurrence?
    /// Why its rule is none.
    var fault: RecurrenceFault?

    static let fields = (
        start: Slot.schema.position(of: "start"), end: Slot.schema.position(of: "end"),
        until: Slot.schema.position(of: "until"),
        count: Slot.schema.position(of: "count"), rule: Slot.schema.position(of: "repeat"),
        exceptions: Slot.schema.position(of: "except"), overrides: Slot.schema.position(of: "overrides")
    )

    init() {}

    init(_ record: borrowing Record, _ node: Record.Node) {
        let fields = Self.fields
        start = record.first(fields.start, of: node).flatMap { Moment(record[$0.text]) }
        end = record.first(fields.end, of: node).flatMap { Moment(record[$0.text]) }
        guard let rule = record.first(fields.rule, of: node) else { return }
        until = record.first(fields.until, of: node).flatMap { Moment(record[$0.text]) }
        count = record.first(fields.count, of: node).flatMap { record[$0.text].wholeNumber }
        do throws(RecurrenceFault) {
            recurrence = try Recurrence(parsing: record[rule.text])
        } catch {
            fault = error
        }
    }
}

extension Bytes {
    /// The number that the digits say: a sign at most, and no more digits than fit.
    var wholeNumber: Int? {
        let isNegative = !isEmpty && self[0] == UInt8(ascii: "-")
        guard count <= 18, count > (isNegative ? 1 : 0) else { return nil }
        var number = 0
        for index in (isNegative ? 1 : 0)..<count {
            let digit = self[index] &- UInt8(ascii: "0")
            guard digit < 10 else { return nil }
            number = 10 &* number &+ Int(digit)
        }
        return isNegative ? -number : number
    }
}
