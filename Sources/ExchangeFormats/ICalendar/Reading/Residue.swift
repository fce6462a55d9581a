import ExchangeBytes

/// How the JSON that an event's component carries begins: whose it is.
enum Residue {
    /// The id of the event, as JSON spells it without its quotation marks; nil if it says none.
    static func id(_ json: Bytes) -> Bytes? {
        // `{"id":"`
        guard json.count >= 7, json.head & 0xFF_FFFF_FFFF_FFFF == 0x22_3A22_6469_227B else { return nil }
        var index = 7
        while index < json.count {
            let marks = Word.endsJSONRun(Word.load(json.start + index))
            index += marks == 0 ? 8 : Word.distance(marks)
            if marks == 0 { continue }
            if index >= json.count || json[index] == UInt8(ascii: "\"") { break }
            index += json[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        return index < json.count ? Bytes(start: json.start + 7, count: index - 7) : nil
    }

    /// The slot, if it is one more of an event that another component tells of: nothing is said beside it and the id.
    static func furtherSlot(_ json: Bytes) -> Bytes? {
        guard let id = id(json) else { return nil }
        let begin = 8 + id.count
        let rest = json.dropping(begin)
        // `,"slots":[`, and `]}` at the end.
        guard rest.count > 12, rest.head == 0x2273_746F_6C73_222C, rest[8] == UInt8(ascii: ":"),
            rest[9] == UInt8(ascii: "["), rest.tail &>> 48 == 0x7D5D
        else { return nil }
        return Bytes(start: rest.start + 10, count: rest.count - 12)
    }
}

extension ComponentGroup {
    /// Whether the component at the end of another group tells of the same event as those of this one.
    func claims(lastOf other: borrowing ComponentGroup, _ pattern: UIDPattern) -> Bool {
        guard components.count > 0 else { return false }
        let component = other.components[other.components.count - 1]
        if component.isOverride {
            guard let uid = other.uid(of: component) else { return false }
            if self.uid(of: components[components.count - 1])?.equals(uid) == true { return true }
            for index in 0..<components.count where !components[index].isOverride {
                if self.uid(of: components[index])?.equals(uid) == true { return true }
            }
            return false
        }
        if components[0].isOverride { return false }
        if component.hasResidue {
            let json = other.carried[component.residue]
            guard Residue.furtherSlot(json) != nil, let id = Residue.id(json) else { return false }
            if id.isEmpty { return true }
            return components[0].hasResidue && Residue.id(carried[components[0].residue])?.equals(id) == true
        }
        guard let uid = other.uid(of: component), let event = pattern.parts(of: uid)?.event else { return false }
        if components[0].hasResidue { return Residue.id(carried[components[0].residue])?.equals(event) == true }
        guard let first = self.uid(of: components[0]).flatMap({ pattern.parts(of: $0) }) else { return false }
        return first.event.equals(event)
    }
}
