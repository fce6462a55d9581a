import ExchangeBytes

/// A version of the schema: `1.0`.
struct SchemaVersion: Comparable {
    let major: Int
    let minor: Int

    /// The version that this library knows.
    static let known = SchemaVersion(major: 1, minor: 0)

    init(major: Int, minor: Int) {
        self.major = major
        self.minor = minor
    }

    /// Nil if the text is not two numbers with a full stop between them.
    init?(_ bytes: Bytes) {
        guard let dot = bytes.index(of: UInt8(ascii: ".")), dot > 0, bytes.count <= 16,
            let major = bytes.prefix(dot).digits, let minor = bytes.dropping(dot + 1).digits
        else { return nil }
        self.init(major: major, minor: minor)
    }

    static func < (left: SchemaVersion, right: SchemaVersion) -> Bool {
        (left.major, left.minor) < (right.major, right.minor)
    }
}

extension Bytes {
    /// The index of the first such octet.
    func index(of octet: UInt8) -> Int? {
        for index in 0..<count where self[index] == octet { return index }
        return nil
    }

    /// The number, if there is nothing but digits and no nought before them.
    fileprivate var digits: Int? {
        guard !isEmpty, self[0] != UInt8(ascii: "-"), count == 1 || self[0] != UInt8(ascii: "0") else { return nil }
        return wholeNumber
    }
}
