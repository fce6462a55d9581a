/// The invented programme in every form and size that a row wants, made once.
struct Inputs {
    private let tool: String
    private let folder: TemporaryFolder
    private var programmes: [Extent: ProgrammeFile] = [:]
    private var made: Set<Input> = []

    init(tool: String, _ folder: TemporaryFolder) {
        (self.tool, self.folder) = (tool, folder)
    }

    /// How many events and records it holds, and how long it is in JSON.
    mutating func programme(_ extent: Extent) throws -> ProgrammeFile {
        if let known = programmes[extent] { return known }
        let file = try TextFile.writing(to: path(.json(extent))) { try ProgrammeFile.write(extent, sink: $0) }
        programmes[extent] = file
        return file
    }

    /// The file that it lies in: in other forms than JSON as the tool itself writes it.
    mutating func path(of input: Input) throws -> String {
        _ = try programme(input.extent)
        if input.form != "json", made.insert(input).inserted {
            let deed = input.form == "lean.ics" ? ["export", "-f", "ics", "--lean"] : ["convert", "-f", input.form]
            let command = Command(tool, deed + ["-q", path(.json(input.extent)), "-o", path(input)])
            _ = try ChildProcess.run(command, output: "/dev/null", errors: folder.file("errors"))
        }
        return path(input)
    }

    /// Removes what large inputs take on the disk.
    mutating func remove(_ extent: Extent) {
        programmes[extent] = nil
        for input in made.filter({ $0.extent == extent }) {
            made.remove(input)
            TextFile.remove(path(input))
        }
        TextFile.remove(path(.json(extent)))
    }

    private func path(_ input: Input) -> String {
        switch input.extent {
        case .events(let number): folder.file("\(number)-events.\(input.form)")
        case .octets(let number): folder.file("\(number)-octets.\(input.form)")
        }
    }
}
