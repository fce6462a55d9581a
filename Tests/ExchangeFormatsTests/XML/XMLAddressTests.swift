import ExchangeFormats
import Testing

/// The way in the model is spelled as a path of XML.
@Suite struct XMLAddressTests {
    static let addresses: [(pointer: String, address: String)] = [
        ("/events/3/slots/0/start", "/exchange/events/event[4]/slot[1]/start"),
        ("/events/3/slots/0/overrides/1/on", "/exchange/events/event[4]/slot[1]/override[2]/on"),
        ("/events/0/id", "/exchange/events/event[1]/@id"),
        ("/events/0/name/it", "/exchange/events/event[1]/name[@xml:lang=\"it\"]"),
        ("/events/0/places/2", "/exchange/events/event[1]/place[3]/@ref"),
        ("/events/0/artists/2/role", "/exchange/events/event[1]/artist[3]/@role"),
        ("/events/0/edition", "/exchange/events/event[1]/edition/@ref"),
        ("/events/0/hashtags/1", "/exchange/events/event[1]/hashtag[2]"),
        ("/events/0/x-colour/hex", "/exchange/events/event[1]/extras"),
        ("/events/0/x-xml/0", "/exchange/events/event[1]"),
        ("/media/0", "/exchange/mediaItems/mediaItem[1]"),
        ("/media", "/exchange/mediaItems"),
        ("/$schema", "/exchange/schema"),
        ("/id", "/exchange/@id"),
        ("/publisher", "/exchange/publisher/@ref"),
        ("/name/a~1b", "/exchange/name[@xml:lang=\"a/b\"]"),
        ("", ""),
    ]

    @Test("an address", arguments: addresses.indices)
    func address(at index: Int) throws {
        var finder = XMLAddresses()
        let (pointer, address) = Self.addresses[index]
        #expect(try finder.address(of: 0, pointer: pointer) == address)
    }
}
