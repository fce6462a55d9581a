import ExchangeBytes
import ExchangeDiagnostics
import ExchangeSyntax

/// What a scanner makes of an input: its tokens and where they are, and what it ends with.
struct Scan: Equatable {
    /// The tokens one after another, a line feed and a letter for its kind before each.
    private(set) var tokens: [UInt8] = []
    /// Where in the input they are.
    private(set) var places: [Int] = []
    /// What kept the scanner from going on.
    private(set) var fault: Note?
    /// An error that is no fault of the input.
    private(set) var failure: String?

    /// Scans an input up to its end or its first fault.
    init(_ target: FuzzTarget, _ octets: [UInt8], window: Int, limits: Limits) {
        do {
            switch target {
            case .iCalendar: try scanCalendar(ByteInput(octets), window: window, limits: limits)
            case .csv: try scanTable(ByteInput(octets), window: window, limits: limits)
            case .json: try scanTexts(ByteInput(octets), window: window, limits: limits)
            case .xml: try scanElements(ByteInput(octets), window: window, limits: limits)
            }
        } catch let note as Note {
            fault = note
        } catch {
            failure = "\(error)"
        }
    }

    /// A window as the readers of this library open it.
    static func window(_ input: ByteInput, _ size: Int, _ limits: Limits) throws -> ByteWindow {
        ByteWindow(try input.open(), capacity: size, limit: limits.record + 16)
    }

    mutating func add(_ kind: StaticString, _ token: UnsafeRawBufferPointer, at place: Int) {
        add(kind, at: place)
        tokens += token
    }

    mutating func add(_ kind: StaticString, _ token: Bytes, at place: Int) {
        add(kind, UnsafeRawBufferPointer(start: token.start, count: token.count), at: place)
    }

    mutating func add(_ kind: StaticString, at place: Int) {
        tokens.append(0x0A)
        kind.withUTF8Buffer { tokens += $0 }
        places.append(place)
    }

    /// More of the token that was added last.
    mutating func extend(_ token: UnsafeRawBufferPointer) { tokens += token }
}
