import ExchangeBytes
import ExchangeModel
import ExchangeSyntax

/// The lines that the last extra of a record holds of other people's calendars, `x-ical`, to be written as lines again.
///
/// Only what would be read back as it is becomes a line; what would not, and what stands before it, stays an extra.
struct ForeignRestoration: ~Copyable {
    /// Whose lines they are.
    enum Place {
        case event, calendar
    }

    /// Properties, folded, and components to stand behind them.
    private(set) var properties = ByteBuffer()
    private(set) var components = ByteBuffer()
    /// The extra, if any of it became a line, and what of it did not: an array, or nothing.
    private(set) var extra: Slice?
    private(set) var rest = ByteBuffer()

    private var printer: ContentLinePrinter
    private var lines = ByteBuffer()
    private var group = ComponentGroup()
    private var foreign = ForeignLines()

    init(foldingAt limit: Int) { printer = ContentLinePrinter(foldingAt: limit) }

    /// Looks what of a node's last extra can be lines. `knows` tells of a time zone that it is written anyway.
    mutating func plan(
        _ record: borrowing Record, _ node: Record.Node, _ schema: Schema, _ place: Place,
        knows isZone: (Bytes) -> Bool = { _ in false }
    ) {
        properties.removeAll()
        components.removeAll()
        rest.removeAll()
        extra = nil
        var last: Record.Value?
        record.eachExtra(of: node, schema) { last = $0 }
        guard let last, record[last.label].equals("x-ical") else { return }
        let text = record[last.text]
        guard let elements = Self.elements(of: text) else { return }
        var first = elements.count
        var isProperty = false
        while first > 0 {
            let element = Bytes(start: text.start + elements[first - 1].lowerBound, count: elements[first - 1].count)
            lines.removeAll()
            var cursor = JCalCursor(element)
            guard let kind = cursor.entry(to: &lines), cursor.isAtEnd, !(isProperty && kind == .component),
                isReadBack(element, kind, place, isZone)
            else { break }
            isProperty = kind == .property
            first -= 1
        }
        guard first < elements.count else { return }
        extra = last.text
        if first > 0 {
            rest.append("[")
            let (begin, end) = (elements[0].lowerBound, elements[first - 1].upperBound)
            rest.append(Bytes(start: text.start + begin, count: end - begin))
            rest.append("]")
        }
        for range in elements[first...] {
            lines.removeAll()
            var cursor = JCalCursor(Bytes(start: text.start + range.lowerBound, count: range.count))
            let kind = cursor.entry(to: &lines)
            fold(isComponent: kind == .component)
        }
    }

    /// Folds the lines at hand.
    private mutating func fold(isComponent: Bool) {
        var begin = 0
        for index in 0..<lines.count where lines.bytes[index] == 0x0A {
            printer.line.append(Bytes(start: lines.bytes.start + begin, count: index - 1 - begin))
            if isComponent { printer.end(to: &components) } else { printer.end(to: &properties) }
            begin = index + 1
        }
    }

    /// Whether a reader would make the same of the lines at hand.
    private mutating func isReadBack(
        _ element: Bytes, _ kind: JCalCursor.Kind, _ place: Place, _ isZone: (Bytes) -> Bool
    ) -> Bool {
        var octets = Array("BEGIN:VEVENT\r\n".utf8)
        octets += lines.bytes.octets
        octets += Array("END:VEVENT\r\n".utf8)
        group.removeAll()
        var limits = Limits()
        limits.record = 1 << 29
        guard var reader = try? ComponentReader(ByteInput(octets), from: 0, windowSize: 4 << 10, limits: limits),
            case .event? = try? reader.next(into: &group), case .end? = try? reader.next(into: &group),
            reader.takeEventNotes().isEmpty, reader.takeCalendarNotes().isEmpty, group.components.count == 1,
            group.components[0].residueOffset < 0,
            group.hidden.count == 0
        else { return false }
        if place == .calendar, kind == .component {
            let component = group.components[0]
            for index in component.lines where group[group.lines[index].name].equalsIgnoringCase("TZID") {
                if isZone(group[group.lines[index].value]) { return false }
            }
        }
        foreign.begin()
        let deep = foreign.append(group.components[0], of: group) {
            place == .event ? $0.isOfEvent : $0.isOfCalendar
        }
        foreign.end()
        let json = foreign.json.bytes
        guard deep == nil, foreign.count == 1, json.count == element.count + 2 else { return false }
        return Bytes(start: json.start + 1, count: element.count).equals(element)
    }

    /// Where the elements of an array are that is spelled without blanks; nil if it is none, or empty.
    private static func elements(of text: Bytes) -> [Range<Int>]? {
        guard text.count > 4, text[0] == UInt8(ascii: "["), text[text.count - 1] == UInt8(ascii: "]") else {
            return nil
        }
        var elements: [Range<Int>] = []
        var (begin, depth, index, isInside) = (1, 0, 1, false)
        while index < text.count - 1 {
            let octet = text[index]
            if isInside {
                if octet == UInt8(ascii: "\\") { index += 1 } else if octet == UInt8(ascii: "\"") { isInside = false }
            } else {
                switch octet {
                case UInt8(ascii: "\""): isInside = true
                case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
                case UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
                case UInt8(ascii: ",") where depth == 0:
                    elements.append(begin..<index)
                    begin = index + 1
                default: break
                }
            }
            index += 1
        }
        elements.append(begin..<text.count - 1)
        return elements
    }
}

/// Goes through a jCal property or component (RFC 7265) that is spelled as this library does it.
struct JCalCursor {
    enum Kind {
        case property, component
    }

    private let text: Bytes
    private var index = 0

    init(_ text: Bytes) { self.text = text }

    var isAtEnd: Bool { index == text.count }

    /// Appends the content lines of a property or a component, unfolded; nil if it is neither.
    mutating func entry(to lines: inout ByteBuffer, depth: Int = 0) -> Kind? {
        guard depth <= ForeignLines.deepest, take("["), let name = string() else { return nil }
        if take(",{") { return property(name, to: &lines) ? .property : nil }
        guard take(",[") else { return nil }
        lines.append("BEGIN:")
        lines.append(contentsOf: name.upperCased)
        lines.append("\r\n")
        if !take("]") {
            repeat {
                guard entry(to: &lines, depth: depth + 1) == .property else { return nil }
            } while take(",")
            guard take("]") else { return nil }
        }
        guard take(",[") else { return nil }
        if !take("]") {
            repeat {
                guard entry(to: &lines, depth: depth + 1) == .component else { return nil }
            } while take(",")
            guard take("]") else { return nil }
        }
        lines.append("END:")
        lines.append(contentsOf: name.upperCased)
        lines.append("\r\n")
        return take("]") ? .component : nil
    }

    private mutating func property(_ name: [UInt8], to lines: inout ByteBuffer) -> Bool {
        lines.append(contentsOf: name.upperCased)
        if !take("}") {
            repeat {
                guard let parameter = string(), take(":") else { return false }
                lines.append(";")
                lines.append(contentsOf: parameter.upperCased)
                lines.append("=")
                let isList = take("[")
                var isFirst = true
                repeat {
                    guard let value = string() else { return false }
                    if !isFirst { lines.append(",") }
                    isFirst = false
                    var buffer = ByteBuffer(capacity: value.count)
                    buffer.append(contentsOf: value)
                    CalendarText.appendSpelled(parameter: buffer.bytes, to: &lines)
                } while isList && take(",")
                if isList, !take("]") { return false }
            } while take(",")
            guard take("}") else { return false }
        }
        guard take(",\"unknown\","), let value = string(), take("]") else { return false }
        lines.append(":")
        lines.append(contentsOf: value)
        lines.append("\r\n")
        return true
    }

    private mutating func take(_ literal: StaticString) -> Bool {
        let count = literal.utf8CodeUnitCount
        guard index + count <= text.count, Bytes(start: text.start + index, count: count).equals(literal) else {
            return false
        }
        index += count
        return true
    }

    /// A string without escapes but for those that JSON cannot do without.
    private mutating func string() -> [UInt8]? {
        guard take("\"") else { return nil }
        var octets: [UInt8] = []
        while index < text.count {
            let octet = text[index]
            index += 1
            if octet == UInt8(ascii: "\"") { return octets }
            guard octet == UInt8(ascii: "\\") else {
                octets.append(octet)
                continue
            }
            guard index < text.count else { return nil }
            switch text[index] {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): octets.append(text[index])
            case UInt8(ascii: "t"): octets.append(0x09)
            case UInt8(ascii: "n"): octets.append(0x0A)
            default: return nil
            }
            index += 1
        }
        return nil
    }
}

extension [UInt8] {
    fileprivate var upperCased: [UInt8] { map { $0 &- UInt8(ascii: "a") < 26 ? $0 & 0xDF : $0 } }
}
