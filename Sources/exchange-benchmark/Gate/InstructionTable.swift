/// The committed table: what each direction took, and under which circumstances.
///
///     swift: Swift version 6.3.1 (swift-6.3.1-RELEASE)
///     machine: x86_64, glibc 2.36
///     linking: static
///     json-ics 56.12
struct InstructionTable {
    /// What the same sources take other numbers of instructions under.
    struct Circumstances {
        let members: [(name: String, value: String)]

        init(_ setting: Setting) {
            members = [
                ("swift", setting.compiler), ("machine", setting.architecture),
                ("linking", setting.isStatic ? "static" : "dynamic"),
            ]
        }

        fileprivate init(members: [(name: String, value: String)]) { self.members = members }

        /// The first in which these differ from others.
        func difference(from others: Circumstances) -> String? {
            for (name, value) in members {
                let theirs = others.members.first { $0.name == name }?.value ?? "nothing"
                if theirs != value { return "\(name) is '\(value)' here, and '\(theirs)' in the table" }
            }
            return nil
        }
    }

    let circumstances: Circumstances
    /// Instructions for each octet of input, by the names of the directions.
    var costs: [(name: String, perOctet: Double)] = []

    init(circumstances: Circumstances) { self.circumstances = circumstances }

    /// The table as it is written in its file.
    init(_ text: String) throws {
        var members: [(name: String, value: String)] = []
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            if let colon = line.firstIndex(of: ":") {
                let value = line[line.index(after: colon)...].drop { $0 == " " }
                members.append((String(line[..<colon]), String(value)))
                continue
            }
            let words = line.split(separator: " ")
            guard words.count == 2, let cost = Double(words[1]), cost > 0 else {
                throw Failure("'\(line)' is no line of a table of instructions")
            }
            costs.append((String(words[0]), cost))
        }
        circumstances = Circumstances(members: members)
    }

    subscript(name: String) -> Double? { costs.first { $0.name == name }?.perOctet }

    var text: String {
        var lines = [
            "# Instructions for each octet of input, counted by callgrind; written by 'exchange-benchmark --gate --update'."
        ]
        lines += circumstances.members.map { "\($0.name): \($0.value)" }
        lines += costs.map { "\($0.name) \(Figures.fixed($0.perOctet, 3))" }
        return lines.joined(separator: "\n") + "\n"
    }
}
