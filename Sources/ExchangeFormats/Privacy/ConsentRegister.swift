import ExchangeBytes
import ExchangeModel

/// What persons have agreed to, and who uses which place: all that withholding needs to know of other records.
///
/// Its memory grows with the number of artists and places.
struct ConsentRegister: ~Copyable {
    /// What one artist has agreed to. A group agrees to everything: its members speak for themselves.
    struct Consent: BitwiseCopyable {
        var isWithheld = false
        var allowsImage = true
        var allowsContact = true
        var allowsAddress = true

        /// What both agree to: of two records of one id the stricter counts.
        func and(_ other: Consent) -> Consent {
            Consent(
                isWithheld: isWithheld || other.isWithheld, allowsImage: allowsImage && other.allowsImage,
                allowsContact: allowsContact && other.allowsContact,
                allowsAddress: allowsAddress && other.allowsAddress)
        }
    }

    /// Who uses one place.
    struct Use: BitwiseCopyable {
        var artists = 0
        var withoutContact = 0
        var withoutAddress = 0
        /// The number of the artist who was counted last: nobody is counted twice.
        var latest = 0
    }

    private struct Fields {
        let id = Artist.schema.index(of: "id") ?? 0
        let kind = Artist.schema.index(of: "kind") ?? 0
        let places = Artist.schema.index(of: "places") ?? 0
        let scope = Artist.schema.index(of: "consentScope") ?? 0
        let until = Artist.schema.index(of: "consentUntil") ?? 0
    }

    /// Consent that ended before this day is none; where there is no day, consent that ends.
    var today: LocalDate?
    private var artists = 0
    private var consents = IDTable<Consent>()
    private var uses = IDTable<Use>()
    private let fields = Fields()

    static let selection = Selection.none.with(.artist, ["id", "kind", "places", "consentScope", "consentUntil"])

    /// Enters an artist.
    mutating func add(_ artist: borrowing Record) {
        let consent = consent(of: artist)
        artists += 1
        if let id = artist.first(fields.id) {
            consents.keep(consent.and(self.consent(of: artist[id.text])), under: artist[id.text])
        }
        artist.each(fields.places) { place in
            var use = uses.find(artist[place.text]) ?? Use()
            if use.latest == artists { return }
            use.latest = artists
            use.artists += 1
            if !consent.allowsContact || consent.isWithheld { use.withoutContact += 1 }
            if !consent.allowsAddress || consent.isWithheld { use.withoutAddress += 1 }
            uses.keep(use, under: artist[place.text])
        }
    }

    /// What an artist has agreed to: everything for a group; whatever else it is said to be may be a person.
    func consent(of artist: borrowing Record) -> Consent {
        var consent = Consent()
        if let kind = artist.first(fields.kind), artist[kind.text].equals("group") { return consent }
        var (name, image, contact, address) = (false, false, false, false)
        artist.each(fields.scope) { scope in
            let scope = artist[scope.text]
            name = name || scope.equals("name")
            image = image || scope.equals("image")
            contact = contact || scope.equals("contact")
            address = address || scope.equals("address")
        }
        consent.isWithheld = !name
        (consent.allowsImage, consent.allowsContact, consent.allowsAddress) = (image, contact, address)
        if let until = artist.first(fields.until), !isAhead(LocalDate(artist[until.text])) { consent.isWithheld = true }
        return consent
    }

    /// Whether a day is known not to be past.
    private func isAhead(_ day: LocalDate?) -> Bool {
        guard let today, let day else { return false }
        return day >= today
    }

    /// What the artist of an id has agreed to; everything, if there is none.
    func consent(of id: Bytes) -> Consent { consents.find(id) ?? Consent() }

    /// Whether a place is used by one artist only, who does not want it to be found.
    func hidesAddress(of place: Bytes) -> Bool {
        guard let use = uses.find(place) else { return false }
        return use.artists == 1 && use.withoutAddress == 1
    }

    /// Whether all artists who use a place do not want to be called there.
    func hidesContact(of place: Bytes) -> Bool {
        guard let use = uses.find(place) else { return false }
        return use.withoutContact == use.artists
    }
}
