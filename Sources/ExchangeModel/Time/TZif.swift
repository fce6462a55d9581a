/// What a TZif file tells (RFC 9636 section 3): transitions, the types of local time, the rule for later years.
///
/// Versions 1 to 4. Of a file of version 2 or later only the block of 64-bit times is used. Leap seconds are passed
/// over, since an instant counts none. Every number is looked at before it is used: the file may come from anywhere.
struct TZif {
    /// The first seconds of what follows, ascending, counted from 1970.
    let times: [Int]
    /// For each of them the index of its type.
    let indices: [Int]
    /// At least one; the first is what the clocks showed before all transitions.
    let types: [LocalTimeType]
    /// As POSIX spells it, or empty.
    let footer: [UInt8]

    init(parsing file: [UInt8]) throws(ZoneFault) {
        var header = try Header(file, at: 0)
        var start = Header.size
        var width = 4
        if header.version > 1 {
            start += header.blockSize(width: 4)
            header = try Header(file, at: start)
            start += Header.size
            width = 8
        }
        let end = start + header.blockSize(width: width)
        guard end <= file.count else { throw .truncated }
        guard header.types > 0, header.types <= 256, header.characters > 0 else { throw .types }

        times = try Self.times(file, from: start, count: header.times, width: width)
        let indexStart = start + header.times * width
        let typeStart = indexStart + header.times
        indices = file[indexStart..<typeStart].map(Int.init)
        guard indices.allSatisfy({ $0 < header.types }) else { throw .types }
        let nameStart = typeStart + 6 * header.types
        let names = file[nameStart..<nameStart + header.characters]
        var types: [LocalTimeType] = []
        for index in 0..<header.types { types.append(try Self.type(file, at: typeStart + 6 * index, names: names)) }
        self.types = types
        footer = header.version > 1 ? try Self.footer(file, from: end) : []
    }

    private static func times(_ file: [UInt8], from start: Int, count: Int, width: Int) throws(ZoneFault) -> [Int] {
        var times: [Int] = []
        times.reserveCapacity(count)
        for index in 0..<count {
            let time = number(file, at: start + index * width, width: width)
            // Nothing is earlier than the beginning of all (RFC 9636 section 3.2), and rules begin before year 10000.
            guard -(1 << 59)...253_402_300_800 ~= time, time > times.last ?? .min else { throw .times }
            times.append(time)
        }
        return times
    }

    private static func type(
        _ file: [UInt8], at start: Int, names: ArraySlice<UInt8>
    ) throws(ZoneFault) -> LocalTimeType {
        let offset = number(file, at: start, width: 4)
        guard -89_999...93_599 ~= offset, file[start + 4] <= 1 else { throw .localTime }
        let name = names.dropFirst(Int(file[start + 5]))
        guard let end = name.firstIndex(of: 0) else { throw .localTime }
        return LocalTimeType(
            offset: offset, isDaylight: file[start + 4] == 1,
            abbreviation: String(decoding: name[name.startIndex..<end], as: UTF8.self))
    }

    /// What stands between two line feeds behind the block.
    private static func footer(_ file: [UInt8], from start: Int) throws(ZoneFault) -> [UInt8] {
        guard start < file.count, file[start] == 0x0A else { throw .truncated }
        let rest = file[(start + 1)...]
        guard let end = rest.firstIndex(of: 0x0A) else { throw .truncated }
        return Array(rest[rest.startIndex..<end])
    }

    /// A big-endian signed number. What it is read from is known to be there.
    private static func number(_ file: [UInt8], at start: Int, width: Int) -> Int {
        var number = Int(Int8(bitPattern: file[start]))
        for index in 1..<width { number = number << 8 | Int(file[start + index]) }
        return number
    }
}

extension TZif {
    /// How much of everything a block holds (RFC 9636 section 3.1).
    private struct Header {
        static let size = 44

        let version: Int
        let isUTC, isStandard, leaps, times, types, characters: Int

        init(_ file: [UInt8], at start: Int) throws(ZoneFault) {
            guard file.count >= start + Self.size else { throw start == 0 ? .notTZif : .truncated }
            guard file[start..<start + 4].elementsEqual("TZif".utf8) else { throw .notTZif }
            switch file[start + 4] {
            case 0: version = 1
            case let digit where digit >= UInt8(ascii: "2"): version = Int(digit - UInt8(ascii: "0"))
            default: throw .notTZif
            }
            var counts: [Int] = []
            for index in 0..<6 {
                let count = TZif.number(file, at: start + 20 + 4 * index, width: 4)
                // No block can hold more of anything than the file has octets.
                guard count >= 0, count <= file.count else { throw .truncated }
                counts.append(count)
            }
            (isUTC, isStandard, leaps) = (counts[0], counts[1], counts[2])
            (times, types, characters) = (counts[3], counts[4], counts[5])
        }

        /// Octets behind the header, where a time takes four octets or eight.
        func blockSize(width: Int) -> Int {
            times * width + times + types * 6 + characters + leaps * (width + 4) + isStandard + isUTC
        }
    }
}
