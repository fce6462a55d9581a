/// What the command line asks for.
struct Options {
    /// How often everything is run; nil for what the rows say.
    private(set) var runs: Int?
    /// The names of the rows that are run; nil for all.
    private(set) var rows: [String]?
    private(set) var isJSON = false
    /// How many octets the large programme has; nil for none.
    private(set) var size: Int?
    private(set) var tool: String?
    private(set) var countsInstructions = false
    /// How many events are to be printed instead of measuring anything.
    private(set) var data: Int?
    /// The largest input of the table of growing sizes; nil for no such table.
    private(set) var linear: Int?
    private(set) var wantsHelp = false

    static let help = """
        USAGE: exchange-benchmark [<options>]

        Measures cos-exchange, and the peers that are installed, as whole processes on an invented programme.

        OPTIONS:
          --runs <number>      Run everything so often. (default: 5; start-up 100; a slow peer once)
          --rows <names>       Run these rows only: \(Row.all(stream: 1).map(\.name).joined(separator: ","))
          --size <size>        Add the row 'stream' with a programme of that size: 1GB, 200MB.
          --instructions       Count instructions with callgrind too.
          --linear <number>    Measure inputs of 1,000 records and ten times more each up to that number, and hostile
                               shapes, and nothing else.
          --json               Print one JSON object.
          --tool <path>        Measure this program. (default: the cos-exchange beside this one)
          --data <events>      Print the programme with so many events, and measure nothing.
          --help               Show this.

        'swift build -c release --static-swift-stdlib --product cos-exchange' builds the tool as it is shipped; the
        default release build starts slower.

        """

    init(_ arguments: [String]) throws {
        var rest = arguments.dropFirst()
        func value(of option: String) throws -> String {
            guard let value = rest.popFirst() else { throw Failure("'\(option)' needs a value") }
            return value
        }
        func number(of option: String) throws -> Int {
            let text = try value(of: option)
            guard let number = Int(text), number > 0 else { throw Failure("'\(text)' is no number for '\(option)'") }
            return number
        }
        while let option = rest.popFirst() {
            switch option {
            case "--runs": runs = try number(of: option)
            case "--rows": rows = try value(of: option).split(separator: ",").map(String.init)
            case "--size": size = try Self.octets(try value(of: option))
            case "--instructions": countsInstructions = true
            case "--json": isJSON = true
            case "--tool": tool = try value(of: option)
            case "--data": data = try number(of: option)
            case "--linear": linear = try number(of: option)
            case "--help", "-h": wantsHelp = true
            default: throw Failure("there is no option '\(option)'; see --help")
            }
        }
    }

    /// The rows that are to be run, in their order.
    func chosenRows() throws -> [Row] {
        let known = Row.all(stream: size)
        guard let rows else { return known }
        for name in rows where !known.contains(where: { $0.name == name }) {
            throw Failure("there is no row '\(name)'" + (name == "stream" ? " without --size" : "; see --help"))
        }
        return known.filter { rows.contains($0.name) }
    }

    private static func octets(_ text: String) throws -> Int {
        let units = [("GB", 1_000_000_000), ("MB", 1_000_000), ("kB", 1000), ("", 1)]
        for (unit, factor) in units where text.hasSuffix(unit) {
            guard let number = Int(text.dropLast(unit.count)), number > 0 else { break }
            return number * factor
        }
        throw Failure("'\(text)' is no size; one would be 1GB")
    }
}
