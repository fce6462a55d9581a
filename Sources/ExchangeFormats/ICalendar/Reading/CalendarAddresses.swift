import ExchangeBytes
import ExchangeSyntax

/// Spells where something is in a calendar: `VEVENT[UID=ev-201@a.example]/DTSTART`, `VCALENDAR/NAME`.
///
/// Reads the calendar as far as the end of the component in which the offset lies.
public struct CalendarAddresses: AddressFinder, ~Copyable {
    /// A line of the component at hand.
    struct Line: BitwiseCopyable {
        let offset: Int
        let name: Slice
        /// The components around it within the one at hand, with slashes between them.
        let path: Slice
    }

    private let input: ByteInput
    private var scanner: ContentLineScanner?
    private var text = ByteBuffer()
    private var lines = Store<Line>()
    private var component = Slice()
    private var uid: Slice?
    private var day: Slice?
    /// Where what was read last begins, and where what was not read yet begins.
    private var first = 0
    private var end = 0

    /// A finder that has read nothing of an input.
    public init(_ input: ByteInput) { self.input = input }

    public mutating func address(of offset: Int, pointer: String) throws -> String {
        if scanner == nil || offset < first {
            scanner = ContentLineScanner(ByteWindow(try input.open(at: 0), limit: 1 << 30))
            (first, end) = (0, 0)
        }
        while end <= offset, try take() {}
        var found: Line?
        for index in 0..<lines.count where lines[index].offset <= offset { found = lines[index] }
        guard let found else { return "VCALENDAR" }
        if component.isEmpty { return "VCALENDAR/\(text[found.name].text)" }
        var address = text[component].text
        if let uid {
            address += "[UID=\(text[uid].text)" + (day.map { ";RECURRENCE-ID=\(text[$0].text)" } ?? "") + "]"
        }
        if !found.path.isEmpty { address += "/\(text[found.path].text)" }
        let name = text[found.name]
        return name.equalsIgnoringCase("BEGIN") || name.equalsIgnoringCase("END") ? address : address + "/\(name.text)"
    }

    /// Takes the next line of the calendar, or the next component whole; false if there is none.
    private mutating func take() throws -> Bool {
        guard try scanner?.advance() == true else { return false }
        text.removeAll()
        lines.removeAll()
        first = scanner?.offset ?? 0
        (component, uid, day) = (Slice(), nil, nil)
        var path = Slice()
        var starts: [Int] = []
        repeat {
            line(&path, &starts)
            end = scanner?.nextOffset ?? end
            if component.isEmpty || starts.isEmpty { return true }
        } while try scanner?.advance() == true
        return true
    }

    private mutating func line(_ path: inout Slice, _ starts: inout [Int]) {
        guard let offset = scanner?.offset else { return }
        let name = append { $0.name }
        let value = append { $0.value }
        let begins = text[name].equalsIgnoringCase("BEGIN")
        if begins, starts.isEmpty, component.isEmpty, !text[value].equalsIgnoringCase("VCALENDAR") {
            component = value
            starts.append(0)
        } else if begins, !component.isEmpty {
            starts.append(Int(path.count))
            let inner = ByteBuffer.joined(text[path], text[value])
            path = text.append(sliceOf: inner.bytes)
        }
        lines.append(Line(offset: offset, name: name, path: path))
        if text[name].equalsIgnoringCase("END"), let start = starts.popLast() {
            path.count = UInt32(truncatingIfNeeded: start)
        }
        if starts.count == 1, text[name].equalsIgnoringCase("UID") { uid = uid ?? value }
        if starts.count == 1, text[name].equalsIgnoringCase("RECURRENCE-ID") { day = value }
    }

    private mutating func append(_ part: (borrowing ContentLineScanner) -> Slice) -> Slice {
        switch scanner {
        case .some(let scanner): return text.append(sliceOf: scanner[part(scanner)])
        case .none: return Slice()
        }
    }
}

extension ByteBuffer {
    /// Two steps of a way with a slash between them.
    fileprivate static func joined(_ path: Bytes, _ name: Bytes) -> ByteBuffer {
        var joined = ByteBuffer(capacity: path.count + name.count + 1)
        joined.append(path)
        if !path.isEmpty { joined.append("/") }
        joined.append(name)
        return joined
    }
}
