import ExchangeFormats
import Testing

/// What consent and precision do not allow to leave the house (model, section 6.2).
@Suite struct PrivacyFilterTests {
    private static let header = #""id":"x","languages":["it"],"generated":"2026-05-04T09:00:00Z""#

    private func withheld(_ arrays: String, today: String? = nil, dropsConsent: Bool = false) throws -> Withheld {
        try Withheld("{\(Self.header),\(arrays)}", today: today, dropsConsent: dropsConsent)
    }

    // MARK: Persons

    @Test(
        "a person is named with the scope for it, and a group always",
        arguments: [
            (#""kind":"person","consentScope":["name"]"#, true),
            (#""kind":"person","consentScope":["image","contact"]"#, false),
            (#""kind":"person""#, false), (#""kind":"person","consentScope":"name""#, false),
            (#""kind":"group""#, true),
            (#""kind":"duo""#, false), (#""kind":5"#, false), (#""consentScope":["name"]"#, true), (#""x-a":1"#, false),
        ])
    func names(_ members: String, _ isNamed: Bool) throws {
        let withheld = try withheld(#""artists":[{"id":"a","name":{"it":"Pinco"},\#(members)}]"#)
        #expect(try withheld.ids("artists") == (isNamed ? ["a"] : []))
        #expect(withheld.tally[1] == (isNamed ? 0 : 1))
    }

    @Test("a person without an id is a person")
    func noID() throws {
        let withheld = try withheld(#""artists":[{"name":{"it":"Pinco"},"kind":"person"}]"#)
        #expect(try withheld.records("artists").isEmpty)
    }

    @Test("of two records of one id the stricter counts", arguments: [#"["name"],[]"#, #"[],["name"]"#])
    func twins(_ scopes: String) throws {
        let parts = scopes.split(separator: "],").map { $0.hasSuffix("]") ? $0 : $0 + "]" }
        let twins = parts.map { #"{"id":"a","kind":"person","consentScope":\#($0)}"# }.joined(separator: ",")
        let withheld = try withheld(#""artists":[\#(twins)],"events":[{"id":"e","artists":[{"ref":"a"}]}]"#)
        #expect(try withheld.records("artists").count == 1)
        #expect(try withheld.records("events")[0]["artists"] == nil)
    }

    @Test(
        "consent ends behind its last day",
        arguments: [
            ("2026-05-04", nil, true), ("2026-05-03", nil, false), ("2026-05-03", "2026-05-03", true),
            ("2026-05-03", "2026-05-04", false), ("2027-01-01", "2027-01-02", false), ("soon", nil, false),
            ("2027", nil, false),
        ] as [(String, String?, Bool)])
    func expiry(_ until: String, _ today: String?, _ isNamed: Bool) throws {
        let artist = #"{"id":"a","kind":"person","consentScope":["name"],"consentUntil":"\#(until)"}"#
        #expect(try withheld("\"artists\":[\(artist)]", today: today).ids("artists") == (isNamed ? ["a"] : []))
    }

    @Test("consent that ends has ended where nobody says what day it is")
    func noDay() throws {
        let artist = #"{"id":"a","kind":"person","consentScope":["name"],"consentUntil":"2099-01-01"}"#
        #expect(try Withheld(#"{"id":"x","artists":[\#(artist)]}"#).ids("artists") == [])
        #expect(try Withheld(#"{"id":"x","artists":[\#(artist)]}"#, today: "2026-05-04").ids("artists") == ["a"])
    }

    @Test("a person is written to and called with the scope for it")
    func contact() throws {
        let artists =
            #""artists":[{"id":"a","name":{"it":"P"},"kind":"person","email":"a@a.example","telephone":"+39","consentScope":["name"]},"#
            + #"{"id":"b","kind":"person","email":"b@a.example","consentScope":["name","contact"]},"#
            + #"{"id":"c","kind":"group","email":"c@a.example"}]"#
        let withheld = try withheld(artists)
        #expect(try withheld.records("artists").map { $0["email"] as? String } == [nil, "b@a.example", "c@a.example"])
        #expect(try withheld.records("artists")[0]["telephone"] == nil)
        #expect(withheld.tally == [2, 1])
    }

    @Test("a contact of the wrong type is one all the same")
    func oddContact() throws {
        let withheld = try withheld(
            #""artists":[{"id":"a","kind":"person","email":["a@a.example"],"consentScope":["name"]}]"#)
        #expect(!withheld.json.contains("a@a.example"))
        #expect(withheld.tally == [1, 1])
    }

    @Test("who is withheld is no member, no artist of an event, no creator")
    func mentions() throws {
        let withheld = try withheld(
            #"""
            "artists":[{"id":"a","kind":"person"},{"id":"b","kind":"person","consentScope":["name"]},
            {"id":"g","kind":"group","members":["a","b","elsewhere"]}],
            "events":[{"id":"e","artists":[{"ref":"a","role":"host"},{"ref":"b","role":"host"},{"ref":"g"}]}],
            "media":[{"id":"m","kind":"image","url":"https://a.example/","creators":["a","b"]}]
            """#)
        #expect(try withheld.records("artists")[1]["members"] as? [String] == ["b", "elsewhere"])
        let artists = try withheld.records("events")[0]["artists"] as? [[String: String]]
        #expect(artists?.compactMap { $0["ref"] } == ["b", "g"])
        #expect(try withheld.records("media")[0]["creators"] as? [String] == ["b"])
        #expect(withheld.tally == [2 + 1 + 1 + 1, 4])
    }

    // MARK: Media

    @Test(
        "a picture shows whom it may show; whoever is withheld is in no recording either",
        arguments: [
            ("image", "image", true), ("image", "name", false), ("video", "name", false), ("hologram", "name", false),
            ("audio", "name", true), ("document", "name", true), ("audio", "withheld", false),
            ("document", "withheld", false),
            ("image", "withheld", false), ("image", "group", true), ("video", "elsewhere", true),
        ])
    func media(_ kind: String, _ about: String, _ isShown: Bool) throws {
        let withheld = try withheld(
            #"""
            "artists":[{"id":"image","kind":"person","consentScope":["name","image"]},{"id":"withheld","kind":"person"},
            {"id":"name","kind":"person","consentScope":["name"]},{"id":"group","kind":"group"}],
            "media":[{"id":"m","kind":"\#(kind)","url":"https://a.example/","about":["event/e","artist/\#(about)"]}]
            """#)
        #expect(try withheld.ids("media") == (isShown ? ["m"] : []))
    }

    // MARK: Places

    private static let place =
        #""name":{"it":"Studio"},"city":"c","street":{"it":"Via Segreta"},"postcode":"54033","latitude":44.07935,"longitude":10.0977,"directions":{"it":"Suonare"},"district":{"it":"Centro"},"email":"p@a.example""#

    @Test(
        "an address is told as far as its precision allows",
        arguments: [
            ("exact", true, 44.07935, true), ("street", true, 44.07935, true), ("district", false, 44.08, true),
            ("city", false, 44.08, true), ("withheld", false, nil, false), ("odd", false, 44.08, true),
        ] as [(String, Bool, Double?, Bool)])
    func precision(_ precision: String, _ hasStreet: Bool, _ latitude: Double?, _ hasPostcode: Bool) throws {
        let place = try withheld(#""places":[{"id":"p",\#(Self.place),"precision":"\#(precision)"}]"#).records(
            "places")[0]
        #expect((place["street"] != nil) == hasStreet)
        #expect(place["latitude"] as? Double == latitude)
        #expect((place["longitude"] != nil) == (latitude != nil))
        #expect((place["postcode"] != nil) == hasPostcode)
        #expect(place["district"] != nil)
    }

    @Test("a place without an id or a precision is no more exact for it")
    func unfinishedPlace() throws {
        let withheld = try withheld(
            #""places":[{\#(Self.place)},{"id":"p","latitude":"44.0793551","precision":"city"}]"#)
        #expect(try withheld.records("places")[0]["street"] == nil)
        #expect(try withheld.records("places")[0]["latitude"] as? Double == 44.08)
        #expect(!withheld.json.contains("44.0793551"), "a coordinate as text is one all the same")
    }

    @Test(
        "the address of a studio that one person uses needs that person's word",
        arguments: [
            (#"{"id":"a","kind":"person","places":["p"],"consentScope":["name"]}"#, false),
            (#"{"id":"a","kind":"person","places":["p","p"],"consentScope":["name"]}"#, false),
            (#"{"id":"a","kind":"person","places":["p"],"consentScope":["name","address"]}"#, true),
            (#"{"id":"a","kind":"person","places":["p"]}"#, false),
            (#"{"kind":"person","places":["p"]}"#, false),
            (#"{"id":"a","kind":"group","places":["p"]}"#, true),
            (
                #"{"id":"a","kind":"person","places":["p"],"consentScope":["name"]},{"id":"b","kind":"group","places":["p"]}"#,
                true
            ),
            (#"{"id":"a","kind":"person","places":["q"],"consentScope":["name"]}"#, true),
        ])
    func address(_ artists: String, _ isTold: Bool) throws {
        let withheld = try withheld(
            #""artists":[\#(artists)],"places":[{"id":"p",\#(Self.place),"precision":"exact"}]"#)
        let place = try withheld.records("places")[0]
        for name in ["street", "postcode", "latitude", "longitude", "directions"] {
            #expect((place[name] != nil) == isTold, "\(name)")
        }
        #expect(place["precision"] as? String == (isTold ? "exact" : "withheld"))
        #expect(place["name"] != nil)
    }

    @Test(
        "a studio is called if one of those who work there wants to be",
        arguments: [
            (#"{"id":"a","kind":"person","places":["p"],"consentScope":["name","address"]}"#, false),
            (#"{"id":"a","kind":"person","places":["p"],"consentScope":["name","address","contact"]}"#, true),
            (#"{"id":"a","kind":"person","places":["p"]},{"id":"b","kind":"group","places":["p"]}"#, true),
            (
                #"{"id":"a","kind":"person","places":["p"]},{"id":"b","kind":"person","places":["p"],"consentScope":["name"]}"#,
                false
            ),
            (#"{"id":"a","kind":"group"}"#, true),
        ])
    func studioContact(_ artists: String, _ isTold: Bool) throws {
        let withheld = try withheld(
            #""artists":[\#(artists)],"places":[{"id":"p",\#(Self.place),"precision":"exact"}]"#)
        #expect((try withheld.records("places")[0]["email"] != nil) == isTold)
    }

    @Test(
        "coordinates are rounded by their digits, halves away from nought",
        arguments: [
            ("44.0793", "44.08"), ("44.085", "44.09"), ("-10.995", "-11"), ("0.999", "1"), ("-0.004", "0"),
            ("44.1", "44.1"),
            ("44.104", "44.1"), ("9.995", "10"), ("-179.9951", "-180"), ("44", "44"), ("0.005", "0.01"),
            ("-0.005", "-0.01"),
        ])
    func rounding(_ exact: String, _ rounded: String) throws {
        let withheld = try withheld(#""places":[{"id":"p","longitude":\#(exact),"precision":"district"}]"#)
        #expect(withheld.lines.contains("\"longitude\":\(rounded),"), "\(withheld.lines)")
        #expect(withheld.tally[0] == (exact == rounded ? 0 : 1))
    }

    // MARK: Everything

    @Test("nothing is withheld where all agree, and consent itself stays unless it must not")
    func allAgree() throws {
        let exchange = #"""
            {"id":"x","languages":["it"],"generated":"2026-05-04T09:00:00Z",
            "places":[{"id":"p","name":{"it":"Studio"},"street":{"it":"Via"},"latitude":44.07935,"longitude":10.09771,"precision":"exact","email":"p@a.example"}],
            "artists":[{"id":"a","name":{"it":"Pinco"},"kind":"person","places":["p"],"email":"a@a.example","telephone":"+39",
            "consentScope":["name","image","contact","address","transfer"],"consentDate":"2026-02-01","consentUntil":"2026-05-04"},
            {"id":"g","kind":"group","members":["a"]}],
            "events":[{"id":"e","artists":[{"ref":"a"}]}],
            "media":[{"id":"m","kind":"image","url":"https://a.example/","about":["artist/a"],"creators":["a"]}]}
            """#
        let whole = Conversion(exchange)
        let kept = try Withheld(exchange)
        #expect(kept.json == whole.text)
        #expect(kept.tally == [0, 0])
        let dropped = try Withheld(exchange, dropsConsent: true)
        #expect(
            dropped.json == whole.text.split(separator: "\n").filter { !$0.contains("consent") }.joined(separator: "\n")
                .replacing("\"telephone\": \"+39\",", with: "\"telephone\": \"+39\"") + "\n")
        #expect(dropped.tally == [0, 0])
    }
}
