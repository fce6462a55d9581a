import ExchangeBytes
import ExchangeModel

/// Takes from records what must not leave the house: what persons have not agreed to, and what is more exact than the
/// precision of a place allows (model, section 6.2).
///
/// A person without the scope `name`, or whose consent has ended, is withheld whole, and so is every mention of them
/// and all media about them; contacts need `contact`, pictures `image`, the address of a studio that nobody else uses
/// `address`. What is not known to be allowed is withheld: an artist is a person unless it is said to be a group.
public struct PrivacyFilter: ~Copyable {
    /// How much was withheld.
    public struct Tally: Hashable, Sendable {
        /// How many values were withheld.
        public var values = 0
        /// From how many records.
        public var records = 0

        /// Nothing yet.
        public init() {}
    }

    private var register = ConsentRegister()
    private let dropsConsent: Bool
    private let place = PlaceFields()
    private let artist = ArtistFields()
    private let eventArtists = Event.schema.index(of: "artists") ?? 0
    private let media = MediaFields()
    /// How much was withheld from the records that were counted.
    public private(set) var tally = Tally()

    /// Looks at the artists of an exchange.
    ///
    /// `today` decides which consents have ended; without it the day on which the exchange was made does, and where that
    /// is not said either, whatever ends has ended. A calendar leaves out the records of consent themselves.
    public init(
        _ source: inout some ExchangeSource & ~Copyable, today: LocalDate? = nil, dropsConsent: Bool = false
    ) throws {
        self.dropsConsent = dropsConsent
        var register = ConsentRegister()
        register.today = today
        try source.read(.header, report: { _ in }) { header in
            let generated = header.schema.index(of: "generated").flatMap { header.first($0) }
            register.today = today ?? generated.flatMap { Instant(header[$0.text])?.wallTime(offset: 0)?.date }
        }
        try source.read(ConsentRegister.selection, report: { _ in }) { register.add($0) }
        self.register = register
    }

    /// Takes from a record what must not go out; answers whether the record may go out at all.
    ///
    /// A record may be filtered more than once, and is counted when `isCounted` says so.
    public mutating func admit(_ record: inout Record, isCounted: Bool = true) -> Bool {
        var withheld = 0
        var isAdmitted = true
        if record.schema === Event.schema {
            withheld = removeHidden(from: eventArtists, of: &record)
        } else if record.schema === Place.schema {
            withheld = filter(place: &record)
        } else if record.schema === Artist.schema {
            (isAdmitted, withheld) = filter(artist: &record)
        } else if record.schema === Media.schema {
            (isAdmitted, withheld) = filter(media: &record)
        }
        if isCounted, withheld > 0 {
            tally.values += withheld
            tally.records += 1
        }
        return isAdmitted
    }

    /// Removes references to artists who are withheld.
    private func removeHidden(from field: Int, of record: inout Record) -> Int {
        record.remove(from: field) { reference, _ in register.consent(of: reference).isWithheld }
    }

    // MARK: Artists

    private struct ArtistFields {
        let members = Artist.schema.index(of: "members") ?? 0
        let contacts = ["email", "telephone"].compactMap { Artist.schema.index(of: $0) }
        let consent = ["consentScope", "consentDate", "consentUntil"].compactMap { Artist.schema.index(of: $0) }
    }

    private func filter(artist record: inout Record) -> (isAdmitted: Bool, withheld: Int) {
        let consent = register.consent(of: record)
        if consent.isWithheld { return (false, record.valueCount) }
        var withheld = removeHidden(from: artist.members, of: &record)
        if !consent.allowsContact {
            for field in artist.contacts { withheld += record.withhold(field) }
        }
        if dropsConsent {
            for field in artist.consent { _ = record.withhold(field) }
        }
        return (true, withheld)
    }

    // MARK: Places

    private struct PlaceFields {
        let id = Place.schema.index(of: "id") ?? 0
        let precision = Place.schema.index(of: "precision") ?? 0
        let address = ["street", "postcode"].compactMap { Place.schema.index(of: $0) }
        let kind = Place.schema.index(of: "kind") ?? 0
        let directions = Place.schema.index(of: "directions") ?? 0
        let point = ["latitude", "longitude"].compactMap { Place.schema.index(of: $0) }
        let contacts = ["email", "telephone"].compactMap { Place.schema.index(of: $0) }
    }

    private func filter(place record: inout Record) -> Int {
        var withheld = 0
        let id = record.first(place.id)
        if let id, register.hidesContact(of: record[id.text]) {
            for field in place.contacts { withheld += record.withhold(field) }
        }
        let precision = record.first(place.precision).map { record[$0.text] }
        let isExact = precision?.equals("exact") == true || precision?.equals("street") == true
        if isExact, !isPublic(record), let id, register.hidesAddress(of: record[id.text]) {
            for field in place.address + place.point + [place.directions] { withheld += record.withhold(field) }
            record.replace(place.precision, with: record.bytes.slice(of: "withheld"))
        } else if precision?.equals("withheld") == true {
            for field in place.address + place.point { withheld += record.withhold(field) }
        } else if !isExact {
            for field in place.address.prefix(1) { withheld += record.withhold(field) }
            for field in place.point { withheld += record.round(field) + record.withholdExtras(of: field) }
        }
        return withheld
    }

    /// Whether a place is there for everybody, so that its address is nobody's own.
    private func isPublic(_ record: borrowing Record) -> Bool {
        guard let kind = record.first(place.kind) else { return false }
        return Self.publicKinds.contains { record[kind.text].text == $0 }
    }

    private static let publicKinds = ["exhibition-space", "foundry", "quarry", "museum", "school", "outdoor", "venue"]

    // MARK: Media

    private struct MediaFields {
        let kind = Media.schema.index(of: "kind") ?? 0
        let about = Media.schema.index(of: "about") ?? 0
        let creators = Media.schema.index(of: "creators") ?? 0
    }

    private func filter(media record: inout Record) -> (isAdmitted: Bool, withheld: Int) {
        let kind = record.first(media.kind).map { record[$0.text] }
        let shows = kind?.equals("audio") != true && kind?.equals("document") != true
        var isAllowed = true
        record.each(media.about) { about in
            guard let artist = record[about.text].artist else { return }
            let consent = register.consent(of: artist)
            if consent.isWithheld || shows && !consent.allowsImage { isAllowed = false }
        }
        return isAllowed ? (true, removeHidden(from: media.creators, of: &record)) : (false, record.valueCount)
    }
}

extension Bytes {
    /// The id in `artist/id`, or nil if it is about something else.
    fileprivate var artist: Bytes? { prefix(7).equals("artist/") ? dropping(7) : nil }
}

extension Record {
    /// How many values the record itself holds.
    fileprivate var valueCount: Int {
        var count = 0
        for field in 0...schema.shapes.count { each(field) { _ in count += 1 } }
        return count
    }

    /// Removes all values of a field, and members of its name whose value was of another type; answers how many.
    fileprivate mutating func withhold(_ field: Int) -> Int { removeAll(of: field) + withholdExtras(of: field) }

    /// Removes members of a field's name whose value was of another type than the field's; answers how many.
    fileprivate mutating func withholdExtras(of field: Int) -> Int {
        let name = schema.fields[field].name
        return remove(from: schema.shapes.count) { _, label in label.text == name }
    }

    /// Rounds a coordinate to two decimals, about a kilometre; answers how many values it changed.
    fileprivate mutating func round(_ field: Int) -> Int {
        guard let value = first(field), let rounded = CoordinateRounding.round(self[value.text].text) else { return 0 }
        replace(field, with: bytes.slice(of: rounded))
        return 1
    }
}
