import Foundation

/// A calendar as the tests read it: strictly, and with no line of the library's own code.
struct ReadCalendar {
    struct Line: Equatable {
        let name: String
        let parameters: [String: String]
        let value: String

        /// The value without its escapes (RFC 5545 section 3.3.11).
        var text: String {
            var text = String.UnicodeScalarView()
            var isEscaped = false
            for scalar in value.unicodeScalars {
                if !isEscaped, scalar == "\\" {
                    isEscaped = true
                    continue
                }
                text.append(isEscaped && scalar == "n" ? "\n" : scalar)
                isEscaped = false
            }
            return String(text)
        }

        /// The JSON behind `1.`, as text; nil if it is no base64url.
        var json: String? {
            guard value.hasPrefix("1.") else { return nil }
            let letters = value.dropFirst(2).map { $0 == "-" ? "+" : $0 == "_" ? "/" : $0 }
            let padding = String(repeating: "=", count: (4 - letters.count % 4) % 4)
            return Data(base64Encoded: String(letters) + padding).map { String(decoding: $0, as: UTF8.self) }
        }
    }

    struct Component {
        let name: String
        var lines: [Line] = []

        func all(_ name: String) -> [Line] { lines.filter { $0.name == name } }
        subscript(name: String) -> Line? { lines.first { $0.name == name } }
        func value(_ name: String) -> String? { self[name]?.value }
    }

    /// The lines as they stand in the octets, without their ends.
    private(set) var physicalLines: [[UInt8]] = []
    /// All components in the order of their beginnings; the calendar itself is the first.
    private(set) var components: [Component] = []
    /// Whether each END closes what was begun last.
    private(set) var isBalanced = true

    var properties: [Line] { components.first?.lines ?? [] }
    var events: [Component] { components.filter { $0.name == "VEVENT" } }
    var zones: [Component] { components.filter { $0.name == "VTIMEZONE" } }
    func all(_ name: String) -> [Line] { properties.filter { $0.name == name } }
    subscript(name: String) -> Line? { properties.first { $0.name == name } }

    /// All JSON of the residue, a line for each.
    var residue: [String] {
        components.flatMap(\.lines).filter { $0.name.hasPrefix("X-COS-") }.map { $0.json ?? "not base64url: \($0)" }
    }

    init(_ octets: [UInt8]) {
        physicalLines = Self.split(octets)
        var open: [Int] = []
        for line in Self.unfold(physicalLines).map(Self.parse) {
            switch line.name {
            case "BEGIN":
                open.append(components.count)
                components.append(Component(name: line.value))
            case "END":
                guard let last = open.popLast(), components[last].name == line.value else {
                    isBalanced = false
                    continue
                }
            default:
                guard let last = open.last else {
                    isBalanced = false
                    continue
                }
                components[last].lines.append(line)
            }
        }
        isBalanced = isBalanced && open.isEmpty && components.first?.name == "VCALENDAR"
    }

    private static func split(_ octets: [UInt8]) -> [[UInt8]] {
        var lines: [[UInt8]] = []
        var line: [UInt8] = []
        for octet in octets {
            line.append(octet)
            guard octet == 0x0A, line.suffix(2).elementsEqual([0x0D, 0x0A]) else { continue }
            lines.append(line.dropLast(2))
            line = []
        }
        return line.isEmpty ? lines : lines + [line]
    }

    private static func unfold(_ lines: [[UInt8]]) -> [String] {
        var unfolded: [[UInt8]] = []
        for line in lines {
            if line.first == 0x20, !unfolded.isEmpty {
                unfolded[unfolded.count - 1] += line.dropFirst()
            } else {
                unfolded.append(line)
            }
        }
        return unfolded.map { String(decoding: $0, as: UTF8.self) }
    }

    private static func parse(_ line: String) -> Line {
        let scalars = line.unicodeScalars
        guard let colon = scalars.firstIndex(of: ":") else { return Line(name: line, parameters: [:], value: "") }
        let head = String(scalars[..<colon]).components(separatedBy: ";")
        var parameters: [String: String] = [:]
        for parameter in head.dropFirst() {
            let parts = parameter.split(separator: "=", maxSplits: 1)
            parameters[String(parts.first ?? "")] = String(parts.dropFirst().first ?? "")
        }
        return Line(name: head[0], parameters: parameters, value: String(scalars[scalars.index(after: colon)...]))
    }
}
