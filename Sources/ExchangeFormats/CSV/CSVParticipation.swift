import ExchangeBytes

/// How a cell says a reference and a role: `ref/role`, and `<https://…>/role` where the reference is a URI.
struct CSVParticipation {
    let ref: Bytes
    /// Empty if there is none.
    let role: Bytes

    /// Nil if an item says no reference.
    init?(_ item: Bytes) {
        let nothing = item.prefix(0)
        if item.count > 0, item[0] == UInt8(ascii: "<") {
            guard let end = item.index(of: UInt8(ascii: ">")), end > 1 else { return nil }
            ref = item.dropping(1).prefix(end - 1)
            let tail = item.dropping(end + 1)
            guard tail.count != 1, tail.isEmpty || tail[0] == UInt8(ascii: "/") else { return nil }
            role = tail.isEmpty ? nothing : tail.dropping(1)
            return
        }
        guard item.index(of: UInt8(ascii: ":")) == nil, let slash = item.index(of: UInt8(ascii: "/")) else {
            (ref, role) = (item, nothing)
            return
        }
        guard slash > 0, slash < item.count - 1 else { return nil }
        ref = item.prefix(slash)
        role = item.dropping(slash + 1)
    }

    /// Appends the item that says a reference and a role; false if there is none.
    static func append(_ ref: Bytes, _ role: Bytes, to output: inout ByteBuffer) -> Bool {
        guard ref.count > 0, ref.index(of: 0x20) == nil, role.index(of: 0x20) == nil else { return false }
        guard ref[0] != UInt8(ascii: "<") else { return false }
        if ref.index(of: UInt8(ascii: ":")) != nil {
            if role.isEmpty {
                output.append(ref)
                return true
            }
            guard ref.index(of: UInt8(ascii: ">")) == nil else { return false }
            output.append("<")
            output.append(ref)
            output.append(">/")
        } else {
            guard ref.index(of: UInt8(ascii: "/")) == nil, role.index(of: UInt8(ascii: ":")) == nil else {
                return false
            }
            output.append(ref)
            if !role.isEmpty { output.append("/") }
        }
        output.append(role)
        return true
    }
}

extension Bytes {
    /// The index of the first octet of a value, or nil.
    func index(of octet: UInt8) -> Int? {
        var index = 0
        while index < count {
            let marks = Word.equal(Word.load(start + index), octet)
            if marks != 0 {
                let found = index &+ Word.distance(marks)
                return found < count ? found : nil
            }
            index &+= 8
        }
        return nil
    }

    /// Whether it is a number as JSON writes numbers (RFC 8259 section 6).
    var isJSONNumber: Bool {
        var index = 0
        func digits() -> Bool {
            let first = index
            while index < count, self[index] &- UInt8(ascii: "0") <= 9 { index &+= 1 }
            return index > first
        }
        if count > 0, self[0] == UInt8(ascii: "-") { index = 1 }
        let whole = index
        guard digits(), index == whole + 1 || self[whole] != UInt8(ascii: "0") else { return false }
        if index < count, self[index] == UInt8(ascii: ".") {
            index += 1
            guard digits() else { return false }
        }
        if index < count, self[index] | 0x20 == UInt8(ascii: "e") {
            index += 1
            if index < count, self[index] == UInt8(ascii: "+") || self[index] == UInt8(ascii: "-") { index += 1 }
            guard digits() else { return false }
        }
        return index == count
    }

    /// The number that it would be with a point in the place of its only comma; nil if it would be none.
    var withDecimalPoint: String? {
        guard let comma = index(of: UInt8(ascii: ",")), count <= 40 else { return nil }
        var number = ByteBuffer()
        number.append(prefix(comma))
        number.append(".")
        number.append(dropping(comma + 1))
        return number.bytes.isJSONNumber ? number.bytes.text : nil
    }
}
