// What somebody would write who takes Foundation's JSONDecoder: everywhere else in the sources Foundation is refused,
// and here it is what is measured against. It is a program of its own, so that nothing else is measured with it.
import ExchangeBytes
import ExchangeFormats
import Foundation
import Glibc

@main
enum FoundationPeer {
    /// Reads an exchange in JSON into structs, and has them written as a calendar by the library's own writer.
    static func main() {
        let arguments = CommandLine.arguments
        guard arguments.count == 2 else { exit(64) }
        do {
            let data = try Data(contentsOf: URL(fileURLWithPath: arguments[1]))
            var exchange = try JSONDecoder().decode(DecodedExchange.self, from: data)
            try FormatWriter(.ics).write(&exchange, sink: put)
        } catch {
            FileHandle.standardError.write(Data("\(error)\n".utf8))
            exit(65)
        }
    }

    private static func put(_ bytes: Bytes) throws {
        var written = 0
        while written < bytes.count {
            let octets = write(1, bytes.start + written, bytes.count - written)
            guard octets >= 0 || errno == EINTR else { throw CocoaError(.fileWriteUnknown) }
            written += max(0, octets)
        }
    }
}
