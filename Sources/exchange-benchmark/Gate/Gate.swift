/// Looks that no direction takes more instructions for an octet of its input than it did when the table was written.
struct Gate {
    /// How much more than the table says is let through.
    private static let tolerance = 0.03

    private let setting: Setting
    private let folder: TemporaryFolder
    private let path: String

    init(_ setting: Setting, _ folder: TemporaryFolder, table path: String) {
        (self.setting, self.folder, self.path) = (setting, folder, path)
    }

    /// Compares, or writes the table anew; says aloud why it does neither.
    func run(isUpdate: Bool) throws {
        guard let instructions = Instructions(tool: setting.tool, folder) else {
            return try TextFile.print("SKIPPED: the gate on instructions (valgrind is not installed)\n")
        }
        let here = InstructionTable.Circumstances(setting)
        var table = InstructionTable(circumstances: here)
        if !isUpdate {
            guard let text = TextFile.contents(path) else {
                throw Failure("there is no \(path); '--gate --update' writes one")
            }
            table = try InstructionTable(text)
            if let difference = here.difference(from: table.circumstances) {
                return try TextFile.print("SKIPPED: the gate on instructions (\(difference))\n")
            }
        }
        var inputs = Inputs(tool: setting.tool, folder)
        var isWorse: [String] = []
        var isLess = false
        for direction in Direction.all {
            let found = try instructions.count(direction, &inputs)
            let line = Figures.left(direction.title, 32) + Figures.right(Figures.fixed(found, 2), 10)
            if isUpdate {
                table.costs.append((direction.name, found))
                try TextFile.print("\(line)\n")
                continue
            }
            guard let known = table[direction.name] else {
                throw Failure("\(path) does not know '\(direction.name)'; '--gate --update' writes it anew")
            }
            let change = (found / known - 1) * 100
            let isTooMuch = change > Self.tolerance * 100
            if isTooMuch { isWorse.append(direction.title) }
            let sign = change >= 0 ? "+" : ""
            try TextFile.print(
                "\(line)  table \(Figures.fixed(known, 2))  \(sign)\(Figures.fixed(change, 2)) %"
                    + (isTooMuch ? "  TOO MUCH\n" : "\n"))
            isLess = isLess || change < -Self.tolerance * 100
        }
        if isUpdate { return try TextFile.write(table.text, to: path) }
        if isLess { try TextFile.print("Some take less by now: '--gate --update' holds them to it.\n") }
        if !isWorse.isEmpty {
            throw Failure(
                "more than \(Figures.plain(Self.tolerance * 100)) % above \(path): \(isWorse.joined(separator: ", "))")
        }
    }
}
