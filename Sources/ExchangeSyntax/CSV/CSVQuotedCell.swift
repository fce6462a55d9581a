import ExchangeBytes
import ExchangeDiagnostics

// Cells in quotes: a slice between them, unless quotes are doubled or lines end with a carriage return.

extension CSVScanner {
    /// Reads the cell that a quote opens; answers where what follows it stands.
    mutating func quotedCell(from quote: Int, _ octets: inout UInt64) throws(Halt) -> Int {
        let start = window.start
        var place = quote &+ 1
        var hasDoubled = false
        var hasReturn = false
        while true {
            let word = Word.load(start + place)
            octets |= word
            let marks = CSVMarks.quoted(word)
            if marks == 0 {
                place &+= 8
                continue
            }
            place &+= Word.distance(marks)
            let byte = start.load(fromByteOffset: place, as: UInt8.self)
            if byte == UInt8(ascii: "\"") {
                let next = start.load(fromByteOffset: place &+ 1, as: UInt8.self)
                if next == byte {
                    hasDoubled = true
                    place &+= 2
                    continue
                }
                if next == separator || next == 0x0A || next == 0x0D { break }
                if place &+ 1 < window.count {
                    remark(.strayQuote, at: place)
                    return try literalCell(from: quote, behind: place &+ 1, hasReturn: hasReturn, &octets)
                }
                if window.isLast { break }
                throw incomplete(quote)
            }
            if byte == 0x0A || byte == 0x09 || byte == 0x0D {
                if byte == 0x0D { hasReturn = true }
                place &+= 1
                continue
            }
            if place < window.count { throw fault(.controlCharacter, at: place, inCellFrom: quote) }
            if window.isLast { throw fault(.unclosedQuote, at: quote, inCellFrom: quote) }
            throw incomplete(quote)
        }
        try appendText(begin: quote, quote &+ 1, place, hasDoubled: hasDoubled, hasReturn: hasReturn)
        return place &+ 1
    }

    /// Reads to the end of a cell whose closing quote turned out to be none: its text is its spelling.
    private mutating func literalCell(
        from quote: Int, behind first: Int, hasReturn: Bool, _ octets: inout UInt64
    ) throws(Halt) -> Int {
        let separators = Word.ones &* UInt64(separator)
        var place = first
        while true {
            let word = Word.load(window.start + place)
            octets |= word
            let marks = CSVMarks.all(word, separators)
            if marks == 0 {
                place &+= 8
                continue
            }
            place &+= Word.distance(marks)
            let byte = window.start.load(fromByteOffset: place, as: UInt8.self)
            if byte == separator || byte == 0x0A || byte == 0x0D { break }
            if byte == UInt8(ascii: "\"") || byte == 0x09 {
                place &+= 1
                continue
            }
            if place < window.count { throw fault(.controlCharacter, at: place, inCellFrom: quote) }
            if window.isLast { break }
            throw incomplete(quote)
        }
        try appendText(begin: quote, quote, place, hasDoubled: false, hasReturn: hasReturn)
        return place
    }

    private mutating func incomplete(_ quote: Int) -> Halt {
        openQuote = quote &- index
        return .incomplete
    }

    /// Appends the cell whose text lies between two places, decoded if need be.
    mutating func appendText(
        begin: Int, _ first: Int, _ end: Int, hasDoubled: Bool, hasReturn: Bool
    ) throws(Halt) {
        if !hasDoubled && !hasReturn {
            return try append(CSVCell(begin: begin, first: first, count: end &- first))
        }
        if hasReturn { remark(.lineEnd, at: begin) }
        let target = decoded.count
        var run = first
        var place = first
        while place < end {
            let marks = CSVMarks.quoted(Word.load(window.start + place))
            if marks == 0 {
                place &+= 8
                continue
            }
            place &+= Word.distance(marks)
            if place >= end { break }
            let byte = window.start.load(fromByteOffset: place, as: UInt8.self)
            let isQuote = byte == UInt8(ascii: "\"") && hasDoubled
            if isQuote || byte == 0x0D {
                let kept = isQuote ? place &+ 1 : place
                decoded.append(Bytes(start: window.start + run, count: kept &- run))
                if !isQuote { decoded.append(0x0A) }
                let next = window.start.load(fromByteOffset: place &+ 1, as: UInt8.self)
                place &+= isQuote || next == 0x0A && place &+ 1 < end ? 2 : 1
                run = place
            } else {
                place &+= 1
            }
        }
        decoded.append(Bytes(start: window.start + run, count: end &- run))
        try append(
            CSVCell(begin: begin, first: target, count: decoded.count &- target, isDecoded: true))
    }
}
