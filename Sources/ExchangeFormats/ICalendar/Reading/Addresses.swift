import ExchangeBytes
import ExchangeModel
import ExchangeSyntax

/// Which places LOCATION lines mean, and which artists PARTICIPANT components.
///
/// Its memory grows with the number of places and artists.
struct Addresses {
    private(set) var places: [String: String] = [:]
    var artists: [String: String] = [:]
    /// The ids of LOCATIONs as they are spelled.
    private var known = SpellingMemory<[String]>(places: 4096)

    /// Keeps the id of the place of an address; the first of an address counts. All are kept before one is asked for.
    mutating func keep(_ id: String, of address: String) {
        if places[address] == nil { places[address] = id }
    }

    /// The ids of the places of a LOCATION: one, or several that are parted as this library does it. None if one of them
    /// is not known.
    mutating func ids(of location: Bytes) -> [String] {
        if let ids = known.find(location) { return ids }
        let ids = ids(ofText: location.unescapedText)
        known.keep(ids, of: location)
        return ids
    }

    private func ids(ofText text: String) -> [String] {
        if let id = places[text] { return [id] }
        var ids: [String] = []
        for address in text.parts(partedBy: UInt8(ascii: ";")) {
            guard let id = places[address] else { return [] }
            ids.append(id)
        }
        return ids
    }
}

extension String {
    /// What stands between an ASCII sign with a blank behind it; nothing for parts without any letter.
    ///
    /// The standard library looks for such a pair character by character, which takes a hundred times as long.
    func parts(partedBy sign: UInt8) -> [String] {
        var parts: [String] = []
        var part: [UInt8] = []
        var isBehindSign = false
        for octet in utf8 {
            if isBehindSign, octet == UInt8(ascii: " ") {
                part.removeLast()
                if !part.isEmpty { parts.append(String(decoding: part, as: UTF8.self)) }
                part.removeAll(keepingCapacity: true)
                isBehindSign = false
                continue
            }
            isBehindSign = octet == sign
            part.append(octet)
        }
        return part.isEmpty ? parts : parts + [String(decoding: part, as: UTF8.self)]
    }
}

/// Somebody who takes part (RFC 9073 section 7.1).
struct Participant {
    let name: String
    let role: String

    /// Hands over those of an event's component, and where they stand.
    static func each(
        _ component: ComponentGroup.Component, _ group: borrowing ComponentGroup, _ body: (Participant, Int) -> Void
    ) {
        parts("PARTICIPANT", of: component, group) { values, offset in
            guard let name = values["SUMMARY"] ?? values["NAME"], !name.isEmpty else { return }
            let type = values["PARTICIPANT-TYPE"]?.lowercased() ?? ""
            let role = CodeList.roles.codes.contains(type) ? type : "participant"
            body(Participant(name: name, role: role), offset)
        }
    }

    /// Hands over the properties of the components of a name that lie in another, without escapes.
    static func parts(
        _ name: StaticString, of component: ComponentGroup.Component, _ group: borrowing ComponentGroup,
        _ body: ([String: String], Int) -> Void
    ) {
        var index = component.firstLine + 1
        while index < component.lines.upperBound {
            let line = group.lines[index]
            index += 1
            guard line.property == .begin, group[line.value].equalsIgnoringCase(name) else { continue }
            var values: [String: String] = [:]
            while index < component.lines.upperBound, group.lines[index].property != .end {
                let part = group.lines[index]
                index += 1
                if part.depth == line.depth {
                    values[group[part.name].text.uppercased()] = group[part.value].unescapedText
                }
            }
            body(values, line.offset)
        }
    }
}
