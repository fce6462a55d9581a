/// What the command line asks for.
struct Options {
    /// How many pairs are run; nil for what the rows say.
    private(set) var pairs: Int?
    /// The names of the rows that are run; nil for all.
    private(set) var names: [String]?
    private(set) var scale = Scale()
    private(set) var isQuick = false
    private(set) var style = ReportStyle.text
    private(set) var tool: String?
    /// How many events are to be printed instead of measuring anything.
    private(set) var data: Int?
    /// The largest input of the table of growing sizes; nil for no such table.
    private(set) var linear: Int?
    private(set) var isGate = false
    /// Whether the gate's table is written anew.
    private(set) var isUpdate = false
    /// Where the gate's table lies.
    private(set) var table = "Sources/exchange-benchmark/instructions.txt"
    private(set) var wantsHelp = false

    enum ReportStyle {
        case text, json, markdown
    }

    static let help = """
        USAGE: exchange-benchmark [<options>]

        Measures cos-exchange and its peers on an invented programme: a row for each goal, whole processes in turn.

        THE TABLE:
          --rows <names>       Run these rows only: \(Table(Scale()).rows.map(\.name).joined(separator: ","))
          --pairs <number>     Run so many pairs in each row. (default: as the row says, 3 to 60)
          --quick              10,000 events instead of 100,000, and two pairs: to look, not to judge.
          --events <number>    So many events instead of 100,000.
          --large              1 GB instead of 100 MB in the rows about memory.
          --json               Print one JSON object.
          --markdown           Print a table for a page.
          --tool <path>        Measure this program. (default: the cos-exchange beside this one)

        THE GATE:
          --gate               Count instructions for each octet of input with callgrind, and fail where there are more
                               than the committed table says, and 3 % of them.
          --update             Write that table anew.
          --table <path>       Where it lies. (default: Sources/exchange-benchmark/instructions.txt)

        OTHERS:
          --linear <number>    Measure inputs of 1,000 records and ten times more each up to that number, and hostile
                               shapes.
          --data <events>      Print the programme with so many events.
          --help               Show this.

        'swift build -c release --static-swift-stdlib --product exchange-benchmark' builds it with the tool as it is
        shipped; without --static-swift-stdlib the tool starts slower.

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
            case "--rows": names = try value(of: option).split(separator: ",").map(String.init)
            case "--pairs": pairs = try number(of: option)
            case "--quick":
                isQuick = true
                pairs = 2
                scale.many = 10_000
                (scale.large, scale.small) = (20_000_000, 5_000_000)
            case "--events": scale.many = try number(of: option)
            case "--large": scale.large = 1_000_000_000
            case "--json": style = .json
            case "--markdown": style = .markdown
            case "--tool": tool = try value(of: option)
            case "--gate": isGate = true
            case "--update": isUpdate = true
            case "--table": table = try value(of: option)
            case "--linear": linear = try number(of: option)
            case "--data": data = try number(of: option)
            case "--help", "-h": wantsHelp = true
            default: throw Failure("there is no option '\(option)'; see --help")
            }
        }
        if isUpdate, !isGate { throw Failure("'--update' is for '--gate'") }
    }

    /// The rows that are to be run, in their order.
    func chosenRows() throws -> [Row] {
        let known = Table(scale).rows
        guard let names else { return known }
        for name in names where !known.contains(where: { $0.name == name }) {
            throw Failure("there is no row '\(name)'; see --help")
        }
        return known.filter { names.contains($0.name) }
    }
}
