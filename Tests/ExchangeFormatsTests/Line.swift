import ExchangeBytes
import ExchangeFormats
import ExchangeModel

/// A record as a line of NDJSON.
enum Line {
    static func of(_ record: borrowing Record) -> String {
        var writer = JSONLinesWriter()
        var output = ByteBuffer()
        writer.write(record, to: &output)
        return output.bytes.text
    }
}

extension NameIndex {
    func find(_ name: String) -> Int {
        var buffer = ByteBuffer()
        buffer.append(utf8: name)
        return find(buffer.bytes) ?? -1
    }
}
