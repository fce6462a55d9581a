extension FormatInput {
    /// The files of the input with their names; the only one has none.
    private var files: [InputPackage.File] {
        switch self {
        case .file(let input): [InputPackage.File("", input)]
        case .package(let package): package.files
        }
    }

    /// Where an offset lies: the number of the file, and how far into it.
    private func place(of offset: Int) -> (file: Int, offset: Int) {
        if case .package = self { InputPackage.place(of: offset) } else { (0, offset) }
    }

    /// Puts into findings about the input what people look for them by: line and column, in a package the file, and the
    /// way as the format spells it. They come out in the order of the input.
    ///
    /// The input is read again as far as the last of them.
    public func locate(_ findings: inout [Diagnostic], as format: Format) throws {
        let offset = { (finding: Diagnostic) in finding.location.position.offset }
        let order = findings.indices.sorted { left, right in
            let offsets = (offset(findings[left]), offset(findings[right]))
            return offsets.0 == offsets.1 ? left < right : offsets.0 < offsets.1
        }
        findings = order.map { findings[$0] }
        for (number, file) in files.enumerated() {
            var lines = LineFinder(file.input)
            var addresses = FormatAddresses(format, file.input)
            func locate(_ location: Diagnostic.Location) throws -> Diagnostic.Location? {
                let place = place(of: location.position.offset)
                guard place.file == number, location.position.line == 0 else { return nil }
                let path = try addresses.address(of: place.offset, pointer: location.path)
                return .init(file: file.name, position: try lines.position(of: place.offset), path: path)
            }
            // Those of the findings themselves rise; other places mostly lie before them, and are looked for afterwards.
            for index in findings.indices {
                if let found = try locate(findings[index].location) { findings[index].location = found }
            }
            for index in findings.indices {
                for other in findings[index].related.indices {
                    let found = try locate(findings[index].related[other].location)
                    if let found { findings[index].related[other].location = found }
                }
            }
        }
    }
}
