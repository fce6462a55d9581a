import ExchangeBytes
import ExchangeModel

/// Where the parts of a calendar are, and what must be known before its events are read.
///
/// It grows with the number of events that the calendar does not show, sixteen octets for each; where the components of
/// an event do not stand together, with that of all components, 32 octets for each; and where nothing is carried, with
/// the number of places and artists.
struct CalendarOutline {
    /// The lines that carry records of one type.
    struct Section {
        let offset: Int
        var count = 1
    }

    struct Hidden {
        let index: Int
        let offset: Int
    }

    /// A component, in the order in which it is to be read.
    struct Entry {
        let offset: Int
        /// Where the first component of its event is, by which events are told apart.
        let event: Int
        /// Whether it is the first, a further slot, or a day that is otherwise.
        let rank: Int
    }

    var sections: [RecordType: Section] = [:]
    var hidden: [Hidden] = []
    var firstEvent: Int?
    /// Whether the components of each event stand next to each other.
    var isGrouped = true
    var entries: [Entry] = []
    var pattern = UIDPattern()
    var timeZone: [UInt8] = []
    /// The zones of the database that the calendar describes.
    var zones: [Zone] = []
    var language: [UInt8] = []
    var options = CalendarOptions()
    /// Whether something is carried at all.
    var hasResidue = false
    /// Whether an event carries nothing.
    var hasForeign = false
    var places = FoundPlaces()
}

/// The places and artists of which a calendar tells that carries no records.
struct FoundPlaces {
    struct Place {
        let id: String
        let address: String
        let language: [UInt8]
        var point: String?
        let offset: Int
    }

    struct Artist {
        let id: String
        let name: String
        let offset: Int
    }

    private(set) var places: [Place] = []
    private(set) var artists: [Artist] = []
    private(set) var addresses = Addresses()
    private var ids: Set<String> = []
    /// Where in `places` each address is.
    private var indexes: [String: Int] = [:]
    /// The first of the places that LOCATIONs mean, as these are spelled.
    private var known = SpellingMemory<Int>(places: 4096)

    /// Takes up the places and artists of an event's component.
    mutating func add(lastOf group: borrowing ComponentGroup, language: [UInt8]) {
        let component = group.components[group.components.count - 1]
        if let line = group.first(.location, of: component) {
            let point = group.first(.point, of: component)
            if let first = known.find(group[line.value]) {
                if places[first].point == nil { places[first].point = point.map { group[$0.value].text } }
            } else {
                let tag = group.parameter("LANGUAGE", of: line)?.octets ?? language
                location(group[line.value], tag, point.map { group[$0.value].text }, line.offset)
            }
        }
        // Participants and locations of their own are none of our lines.
        guard component.hasForeign else { return }
        var found: [(name: String, point: String?, offset: Int)] = []
        Participant.parts("VLOCATION", of: component, group) { values, offset in
            if let name = values["NAME"], !name.isEmpty { found.append((name, values["GEO"], offset)) }
        }
        for location in found { place(location.name, language, location.point, location.offset) }
        var people: [(name: String, offset: Int)] = []
        Participant.each(component, group) { people.append(($0.name, $1)) }
        for person in people where addresses.artists[person.name] == nil {
            let id = id(of: person.name, "artist")
            addresses.artists[person.name] = id
            artists.append(Artist(id: id, name: person.name, offset: person.offset))
        }
    }

    /// Takes up the places of a LOCATION that is met for the first time; a point is that of the first.
    private mutating func location(_ value: Bytes, _ tag: [UInt8], _ point: String?, _ offset: Int) {
        for (number, address) in value.unescapedText.parts(partedBy: UInt8(ascii: ";")).enumerated() {
            place(address, tag, number == 0 ? point : nil, offset)
            if number == 0, let index = indexes[address] { known.keep(index, of: value) }
        }
    }

    private mutating func place(_ address: String, _ language: [UInt8], _ point: String?, _ offset: Int) {
        if let index = indexes[address] {
            places[index].point = places[index].point ?? point
            return
        }
        let name = address.parts(partedBy: UInt8(ascii: ",")).first ?? address
        let id = id(of: name, "place")
        addresses.keep(id, of: address)
        indexes[address] = places.count
        places.append(Place(id: id, address: address, language: language, point: point, offset: offset))
    }

    /// A token of a name that no other place or artist bears.
    private mutating func id(of name: String, _ word: String) -> String {
        var token = ""
        for octet in name.lowercased().utf8 where token.utf8.count < 40 {
            let letter = Character(UnicodeScalar(octet))
            if octet < 0x80, letter.isLetter || letter.isNumber {
                token.append(letter)
            } else if let last = token.last, last != "-" {
                token.append("-")
            }
        }
        while token.last == "-" { token.removeLast() }
        if token.isEmpty { token = word }
        var id = token
        var number = 2
        while !ids.insert(id).inserted {
            id = "\(token)-\(number)"
            number += 1
        }
        return id
    }
}
