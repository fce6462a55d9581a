import ExchangeBytes
import ExchangeDiagnostics
import ExchangeSyntax

extension Scan {
    /// JSON texts, with nothing but blanks between them, each copied without its blanks.
    mutating func scanTexts(_ input: ByteInput, window: Int, limits: Limits) throws {
        var scanner = JSONScanner(try Self.window(input, window, limits), limits: limits)
        var copy = ByteBuffer()
        var begin = 0
        while true {
            scanner.index = begin
            copy.removeAll()
            do {
                if scanner.offset == 0 { try scanner.takeByteOrderMark() }
                guard try scanner.takeBlankLines() else { return }
                begin = scanner.index
                let offset = scanner.offset
                _ = try scanner.verbatim(into: &copy, depth: 0)
                add("text ", copy.bytes, at: offset)
                add("end", at: scanner.offset)
                begin = scanner.index
            } catch .incomplete {
                guard try scanner.window.refill(keepingFrom: begin) else {
                    throw Note(.limitExceeded, at: scanner.window.base)
                }
                begin = 0
            } catch .fault {
                throw scanner.fault
            }
        }
    }

    /// Where JSON texts end if nothing is looked at closer than that needs; nil where even that cannot be found.
    static func skipped(_ octets: [UInt8], window: Int, limits: Limits) throws -> [Int]? {
        var scanner = JSONScanner(try Self.window(ByteInput(octets), window, limits), limits: limits)
        var begin = 0
        var ends: [Int] = []
        while true {
            scanner.index = begin
            do {
                if scanner.offset == 0 { try scanner.takeByteOrderMark() }
                guard try scanner.takeBlankLines() else { return ends }
                begin = scanner.index
                try scanner.skip()
                ends.append(scanner.offset)
                begin = scanner.index
            } catch .incomplete {
                guard try scanner.window.refill(keepingFrom: begin) else { return nil }
                begin = 0
            } catch .fault {
                return nil
            }
        }
    }
}
