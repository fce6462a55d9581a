import ExchangeBytes
import ExchangeSyntax

extension Scan {
    /// The content lines of a calendar, each taken apart as far as it can be.
    mutating func scanCalendar(_ input: ByteInput, window: Int, limits: Limits) throws {
        var scanner = ContentLineScanner(try Self.window(input, window, limits))
        while try scanner.advance() {
            if scanner.fault == .tooLong {
                add("long", at: scanner.offset)
                continue
            }
            add(scanner.hasBareLineFeed ? "bare " : "line ", scanner.line, at: scanner.offset)
            if let fault = scanner.fault {
                add("fault ", at: scanner.offset)
                tokens(of: fault)
                continue
            }
            add("name ", scanner[scanner.name], at: scanner.offset(of: Int(scanner.name.offset)))
            for index in 0..<scanner.parameters.count {
                let parameter = scanner.parameters[index]
                add("parameter ", scanner[parameter.name], at: scanner.offset(of: Int(parameter.name.offset)))
                add("is ", scanner[parameter.value], at: scanner.offset(of: Int(parameter.value.offset)))
            }
            add("value ", scanner[scanner.value], at: scanner.offset(of: Int(scanner.value.offset)))
        }
    }

    private mutating func tokens(of fault: ContentLineScanner.Fault) {
        Array("\(fault)".utf8).withUnsafeBytes { extend($0) }
    }
}
