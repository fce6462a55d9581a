import ExchangeBytes
import ExchangeSyntax

/// Prints JSON without a blank, value by value, at the end of a buffer: commas come by themselves.
struct JSONLinePrinter: ~Copyable {
    private(set) var output: ByteBuffer
    private var isBehindValue = false

    init(capacity: Int = 128 << 10) { output = ByteBuffer(capacity: capacity) }

    /// Forgets what was printed; what comes next goes on where that ended.
    mutating func removeAll() { output.removeAll() }

    /// Begins an object, in which names and values take turns.
    mutating func beginObject() { begin("{") }
    mutating func endObject() { end("}") }
    mutating func beginArray() { begin("[") }
    mutating func endArray() { end("]") }

    /// The name of the member that comes next.
    mutating func name(_ name: StaticString) {
        comma()
        output.append("\"")
        output.append(name)
        output.append("\":")
    }

    /// The name of the member that comes next, out of the data, behind a prefix that needs no escape.
    mutating func name(_ name: Bytes, after prefix: StaticString = "") {
        string(name, after: prefix)
        output.append(":")
        isBehindValue = false
    }

    /// A string that needs no escape.
    mutating func literal(_ text: StaticString) {
        comma()
        output.append("\"")
        output.append(text)
        output.append("\"")
        isBehindValue = true
    }

    /// A string out of the data, behind a prefix that needs no escape.
    mutating func string(_ text: Bytes, after prefix: StaticString = "") {
        comma()
        isBehindValue = true
        guard prefix.utf8CodeUnitCount > 0 else { return JSONText.append(text, to: &output) }
        var whole = ByteBuffer(capacity: text.count + prefix.utf8CodeUnitCount)
        whole.append(prefix)
        whole.append(text)
        JSONText.append(whole.bytes, to: &output)
    }

    mutating func string(_ text: String) {
        var octets = ByteBuffer(capacity: text.utf8.count)
        octets.append(utf8: text)
        string(octets.bytes)
    }

    /// A number or a word as it is spelled.
    mutating func verbatim(_ spelling: Bytes) {
        comma()
        output.append(spelling)
        isBehindValue = true
    }

    mutating func verbatim(_ spelling: StaticString) {
        comma()
        output.append(spelling)
        isBehindValue = true
    }

    /// Members that were printed before, with commas between them.
    mutating func members(_ printed: Bytes) { verbatim(printed) }

    mutating func integer(_ number: Int) {
        comma()
        output.append(utf8: "\(number)")
        isBehindValue = true
    }

    /// Begins a line between two values, the comma before it.
    mutating func line() {
        if isBehindValue { output.append(",") }
        isBehindValue = false
        output.append("\n")
    }

    /// Begins a line behind the last value.
    mutating func lastLine() { output.append("\n") }

    private mutating func comma() {
        if isBehindValue { output.append(",") }
        isBehindValue = false
    }

    private mutating func begin(_ bracket: StaticString) {
        comma()
        output.append(bracket)
    }

    private mutating func end(_ bracket: StaticString) {
        output.append(bracket)
        isBehindValue = true
    }
}
