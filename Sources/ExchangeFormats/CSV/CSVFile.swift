import ExchangeBytes
import ExchangeDiagnostics
import ExchangeModel
import ExchangeSyntax

/// A file of tables, of which the header has been read.
struct CSVFile {
    struct Name {
        let text: String
        let offset: Int
    }

    let input: ByteInput
    /// Its number in the package.
    let number: Int
    let separator: UInt8
    let names: [Name]
    /// Where the first row begins.
    let begin: Int
    /// Whether cells bear an apostrophe that is none of theirs.
    let isGuarded: Bool
    let limits: Limits
    let windowSize: Int
    /// What is remarked about the header.
    private(set) var remarks: [Note] = []

    init(_ input: ByteInput, number: Int, limits: Limits, windowSize: Int) throws {
        self.input = input
        self.number = number
        self.limits = limits
        self.windowSize = windowSize
        let window = try ByteWindow(input, from: 0, size: windowSize, limits: limits)
        var scanner = CSVScanner(window, limits: limits)
        var names: [Name] = []
        do {
            try scanner.findDialect(isKnown: { CSVColumns.isKnown($0.text) })
            guard try scanner.next() else {
                throw Note(.unexpectedEnd, at: 0, detail: "no header: the first line names the columns")
            }
        } catch let note as Note {
            throw Diagnostic(note, inFile: number)
        }
        var isGuarded = false
        for index in 0..<scanner.cells.count {
            let cell = scanner.cells[index]
            if index == 0, scanner[cell].equals("#cos:spreadsheet-1") { isGuarded = true }
            let text = isGuarded ? SpreadsheetGuard.opened(scanner[cell]).text : scanner[cell].text
            names.append(Name(text: text, offset: scanner.offset(of: cell)))
        }
        for index in 0..<scanner.remarks.count {
            remarks.append(Note(scanner.remarks[index].code, at: scanner.remarks[index].offset))
        }
        separator = scanner.separator
        begin = scanner.nextOffset
        self.names = names
        self.isGuarded = isGuarded
        try checkNames()
    }

    /// Refuses a second column of a name; names are the same if they are canonically equivalent.
    private func checkNames() throws {
        var offsets: [String: Int] = [:]
        for name in names where !name.text.isEmpty {
            if let first = offsets.updateValue(name.offset, forKey: name.text) {
                throw Diagnostic(
                    Note(
                        .duplicateColumn, at: name.offset, related: first,
                        detail: "a second column \"\(name.text)\"; give one of the two another name"),
                    inFile: number)
            }
        }
    }

    /// Rows from an offset on.
    func scanner(from offset: Int, windowSize: Int? = nil) throws -> CSVScanner {
        let window = try ByteWindow(input, from: offset, size: windowSize ?? self.windowSize, limits: limits)
        return CSVScanner(window, limits: limits, separator: separator)
    }
}

extension Diagnostic {
    /// What is wrong at an offset of a file.
    init(_ note: Note, inFile number: Int, subject: Subject? = nil, path: String = "") {
        func location(_ offset: Int) -> Location {
            Location(position: Position(offset: InputPackage.offset(offset, inFile: number)), path: path)
        }
        self.init(
            note.code, message: note.detail, subject: subject, at: location(note.offset),
            suggestions: note.suggestions)
        if let first = note.related { related.append(Related("first given here", at: location(first))) }
    }
}
