import ExchangeBytes

/// How the small values of the model are spelled. Each function answers nil for a value that is as it should be, and
/// otherwise how such values are written.
enum ValueSpelling {
    private static let atoms = OctetSet.alphanumerics.union(OctetSet("!#$%&'*+-/=?^_`{|}~."))
    private static let labels = OctetSet.alphanumerics.union(OctetSet("-."))
    private static let separators = OctetSet(" -.()")
    private static let restricted = OctetSet.alphanumerics.union(OctetSet("!#$&-^_.+"))

    /// `name@host` (RFC 5321 section 4.1.2), or with letters beyond ASCII (RFC 6531).
    static func email(_ bytes: Bytes) -> String? {
        let expected = "an e-mail address is written name@host.example"
        guard let at = bytes.index(of: UInt8(ascii: "@")), at > 0, at <= 64, bytes.count <= 254 else { return expected }
        let (name, host) = (bytes.prefix(at), bytes.dropping(at + 1))
        guard isDotted(name, of: atoms), isDotted(host, of: labels), host.index(of: UInt8(ascii: ".")) != nil else {
            return expected
        }
        return nil
    }

    /// Whether there is something between all full stops, and nothing but octets of a set and letters beyond ASCII.
    private static func isDotted(_ bytes: Bytes, of set: OctetSet) -> Bool {
        var wasDot = true
        for index in 0..<bytes.count {
            let isDot = bytes[index] == UInt8(ascii: ".")
            if isDot && wasDot || bytes[index] < 0x80 && !set.contains(bytes[index]) { return false }
            wasDot = isDot
        }
        return !wasDot
    }

    /// `+390585000000` (ITU-T E.164), or with blanks and hyphens between the digits (E.123).
    static func telephone(_ bytes: Bytes) -> String? {
        let expected = "a telephone number is written +390585000000"
        var digits = 0
        for index in 0..<bytes.count {
            if OctetSet.digits.contains(bytes[index]) {
                digits += 1
            } else if index > 0 || bytes[0] != UInt8(ascii: "+"), !separators.contains(bytes[index]) {
                return expected
            }
        }
        return 3...15 ~= digits ? nil : expected
    }

    /// `image/jpeg` (RFC 6838 section 4.2).
    static func mediaType(_ bytes: Bytes) -> String? {
        let expected = "a media type is written image/jpeg"
        guard let slash = bytes.index(of: UInt8(ascii: "/")) else { return expected }
        let isWhole = [bytes.prefix(slash), bytes.dropping(slash + 1)].allSatisfy { name in
            name.count <= 127 && name.consists(of: restricted) && OctetSet.alphanumerics.contains(name[0])
        }
        return isWhole ? nil : expected
    }

    /// A word without its `#`.
    static func hashtag(_ bytes: Bytes) -> String? {
        for index in 0..<bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "#"): return "a hashtag is given without its #"
            case 0...0x20: return "a hashtag is one word without blanks"
            default: continue
            }
        }
        return nil
    }

    /// `1.0`.
    static func version(_ bytes: Bytes) -> String? {
        SchemaVersion(bytes) == nil ? "a version is written 1.0" : nil
    }

    /// `IT-MS` (ISO 3166-2).
    static func subdivision(_ bytes: Bytes) -> String? {
        let expected = "a subdivision is written with its country, as IT-MS"
        guard 4...6 ~= bytes.count, bytes[2] == UInt8(ascii: "-"), Countries.contains(bytes.prefix(2)) else {
            return expected
        }
        let rest = bytes.dropping(3)
        for index in 0..<rest.count where !OctetSet.digits.contains(rest[index]) {
            guard UInt8(ascii: "A")...UInt8(ascii: "Z") ~= rest[index] else { return expected }
        }
        return nil
    }

    /// `PT14M30S`, `P3D`, `P2W` (ISO 8601-1 section 5.5.2).
    static func duration(_ bytes: Bytes) -> String? {
        let expected = "a duration is written PT14M30S"
        guard bytes.count >= 3, bytes[0] == UInt8(ascii: "P") else { return expected }
        var units: StaticString = "YMWDT"
        var (index, unit, parts) = (1, 0, 0)
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "T") {
                guard unit <= 4, units.utf8CodeUnitCount == 5, index + 1 < bytes.count else { return expected }
                (units, unit) = ("HMS", 0)
                index += 1
                continue
            }
            let digits = bytes.run(of: .digits, from: index)
            index += digits
            if index + 1 < bytes.count, bytes[index] == UInt8(ascii: "."), units.utf8CodeUnitCount == 3 {
                let decimals = bytes.run(of: .digits, from: index + 1)
                index += 1 + decimals
                guard decimals > 0, index + 1 == bytes.count else { return expected }
            }
            guard digits > 0, index < bytes.count else { return expected }
            while unit < units.utf8CodeUnitCount, units.utf8Start[unit] != bytes[index] { unit += 1 }
            guard unit < units.utf8CodeUnitCount else { return expected }
            (index, unit, parts) = (index + 1, unit + 1, parts + 1)
        }
        return parts > 0 ? nil : expected
    }
}
