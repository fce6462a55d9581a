import ExchangeFormats
import Testing

/// The lines of an event that are not about its times.
@Suite struct EventLineTests {
    // MARK: Languages

    @Test(
        "a title is found by lookup, then in the exchange's first language, then as it comes",
        arguments: [
            ("ar", "ar", "عنوان"), ("ar-EG", "ar", "عنوان"), ("AR-eg-x-a", "ar", "عنوان"), ("de", "it", "Titolo"),
            ("zh-Hant-TW", "it", "Titolo"), ("fr", "fr", "Titre"), (nil, "it", "Titolo"),
        ] as [(String?, String, String)])
    func languages(_ language: String?, _ tag: String, _ title: String) {
        let event = EventDraft().calendar(language).calendar.events[0]
        #expect(event["SUMMARY"]?.text == title)
        #expect(event["SUMMARY"]?.parameters == ["LANGUAGE": tag])
    }

    @Test("a text in neither language is told in the first it has")
    func firstLanguage() {
        var draft = EventDraft()
        draft.name = #"{"fr":"Titre","en":"Title"}"#
        let event = draft.calendar("de").calendar.events[0]
        #expect(event["SUMMARY"]?.text == "Titre")
        #expect(event["SUMMARY"]?.parameters == ["LANGUAGE": "fr"])
    }

    @Test("other languages ride along in their order, with an empty one where a later one is told")
    func otherLanguages() {
        let italian = EventDraft().calendar("it").calendar.events[0]["X-COS-DATA"]?.json
        #expect(italian?.contains(#""name":{"ar":"عنوان","fr":"Titre"}"#) == true)
        let arabic = EventDraft().calendar("ar").calendar.events[0]["X-COS-DATA"]?.json
        #expect(arabic?.contains(#""name":{"it":"Titolo","ar":"","fr":"Titre"}"#) == true)
        var draft = EventDraft()
        draft.name = #"{"it":"Titolo"}"#
        #expect(draft.calendar("ar").calendar.events[0]["X-COS-DATA"]?.json?.contains("\"name\"") == false)
    }

    @Test("the calendar has its name and description in one language, twice over")
    func calendarName() {
        var draft = EventDraft()
        draft.header += #","name":{"it":"Studi","ar":"مراسم"},"description":{"ar":"نص"},"url":"https://a.example/""#
        let calendar = draft.calendar("ar").calendar
        #expect(calendar["NAME"] == .init(name: "NAME", parameters: ["LANGUAGE": "ar"], value: "مراسم"))
        #expect(calendar["X-WR-CALNAME"]?.text == "مراسم")
        #expect(calendar["DESCRIPTION"]?.text == "نص")
        #expect(calendar["X-WR-CALDESC"]?.text == "نص")
        #expect(calendar["URL"]?.value == "https://a.example/")
        #expect(calendar["UID"]?.value == "x~id@a.example")
        #expect(calendar["LAST-MODIFIED"]?.value == "20260504T090000Z")
        #expect(calendar["X-WR-TIMEZONE"]?.value == "Europe/Rome")
    }

    // MARK: Places

    private static let places = #"""
        "cities":[{"id":"c","name":{"it":"Carrara","ar":"كرارا"}}],
        "places":[
        {"id":"exact","name":{"it":"Uno"},"street":{"it":"Via A 1"},"postcode":"54033","city":"c","latitude":44.0793,"longitude":10.0977,"precision":"exact"},
        {"id":"street","name":{"it":"Due, con virgola","ar":"اثنان"},"street":{"it":"Via B"},"city":"c","latitude":-44.5,"longitude":-10,"precision":"street"},
        {"id":"district","name":{"it":"Tre"},"street":{"it":"Via C 1"},"postcode":"54033","city":"c","latitude":44.0793,"longitude":10.0977,"precision":"district"},
        {"id":"withheld","name":{"it":"Quattro"},"street":{"it":"Via D 1"},"latitude":44.0793,"longitude":10.0977,"precision":"withheld"},
        {"id":"none","name":{"it":"Cinque"},"street":{"it":"Via E 1"},"latitude":44.0793,"longitude":10.0977},
        {"id":"nameless","precision":"exact","latitude":1,"longitude":2},
        {"id":"mars","name":{"it":"Marte"},"precision":"exact","latitude":91,"longitude":2}],
        """#

    @Test(
        "a location is an address as far as the precision allows, a point where it is exact",
        arguments: [
            (["exact"], "Uno, Via A 1, 54033 Carrara", "44.0793;10.0977"),
            (["street"], "Due, con virgola, Via B, Carrara", "-44.5;-10"),
            (["district"], "Tre, Carrara", nil), (["withheld"], "Quattro", nil), (["none"], "Cinque", nil),
            (["nameless"], nil, nil), (["unknown"], nil, nil), ([], nil, nil), (["mars"], "Marte", nil),
            (
                ["district", "street", "exact"],
                "Tre, Carrara; Due, con virgola, Via B, Carrara; Uno, Via A 1, 54033 Carrara", "-44.5;-10"
            ),
            (["unknown", "withheld"], "Quattro", nil),
        ] as [([String], String?, String?)])
    func location(_ places: [String], _ address: String?, _ point: String?) {
        var draft = EventDraft()
        draft.others = Self.places
        draft.members += ",\"places\":[\(places.map { "\"\($0)\"" }.joined(separator: ","))]"
        let event = draft.calendar().calendar.events[0]
        #expect(event["LOCATION"]?.text == address)
        #expect(event.value("GEO") == point)
    }

    @Test("a location is told in the calendar's language as far as it has one")
    func locationLanguage() {
        var draft = EventDraft()
        draft.others = Self.places
        draft.members += #","places":["street"]"#
        let event = draft.calendar("ar").calendar.events[0]
        #expect(event["LOCATION"]?.text == "اثنان, Via B, كرارا")
        #expect(event["LOCATION"]?.parameters == ["LANGUAGE": "ar"])
    }

    @Test("another place on one day has its own address and point")
    func otherPlace() {
        var draft = EventDraft()
        draft.others = Self.places
        draft.members += #","places":["exact"]"#
        draft.slots =
            #"{"start":"2026-05-29T10:00","repeat":"FREQ=DAILY","overrides":[{"on":"2026-05-30","places":["district"]},{"on":"2026-05-31","places":["unknown"]}]}"#
        let events = draft.calendar().calendar.events
        #expect(events.map { $0["LOCATION"]?.text } == ["Uno, Via A 1, 54033 Carrara", "Tre, Carrara", nil])
        #expect(events.map { $0.value("GEO") } == ["44.0793;10.0977", nil, nil])
    }

    // MARK: Other lines

    @Test("pictures about an event are its images, in their order; nothing else is")
    func pictures() {
        var draft = EventDraft()
        draft.others = #"""
            "media":[
            {"id":"a","kind":"image","url":"https://a.example/1.png","about":["event/e"],"mediaType":"image/png"},
            {"id":"b","kind":"video","url":"https://a.example/2.mp4","about":["event/e"]},
            {"id":"c","kind":"image","url":"https://a.example/3.png","about":["event/other","artist/e","place/e"]},
            {"id":"d","kind":"image","url":"https://a.example/4.png","about":["artist/x","event/e"],"mediaType":"a b"}],
            """#
        let images = draft.calendar().calendar.events[0].all("IMAGE")
        #expect(images.map(\.value) == ["https://a.example/1.png", "https://a.example/4.png"])
        #expect(images[0].parameters == ["VALUE": "URI", "DISPLAY": "BADGE", "FMTTYPE": "image/png"])
        #expect(images[1].parameters == ["VALUE": "URI", "DISPLAY": "BADGE"])
    }

    @Test("categories are the kind and the disciplines, one line for all")
    func categories() {
        var draft = EventDraft()
        draft.members += #","kind":"opening","disciplines":["sculpture","mosaic"]"#
        #expect(draft.calendar().calendar.events[0].all("CATEGORIES").map(\.value) == ["opening,sculpture,mosaic"])
    }

    @Test(
        "identity and age come from the data",
        arguments: [
            (#""updated":"2026-05-03T16:20:00Z","revision":2"#, "20260503T162000Z", "20260503T162000Z", "2"),
            (#""updated":"2026-05-03T16:20Z""#, "20260503T162000Z", "20260503T162000Z", nil),
            (#""updated":"yesterday","revision":-1"#, "20260504T090000Z", nil, nil),
            (#""revision":1000000000"#, "20260504T090000Z", nil, nil),
        ] as [(String, String, String?, String?)])
    func age(_ members: String, _ stamp: String, _ modified: String?, _ sequence: String?) {
        var draft = EventDraft()
        draft.members += "," + members
        let event = draft.calendar().calendar.events[0]
        #expect(event.value("DTSTAMP") == stamp)
        #expect(event.value("LAST-MODIFIED") == modified)
        #expect(event.value("SEQUENCE") == sequence)
        #expect(event.value("UID") == "e~s~id@a.example")
        #expect(event.value("TRANSP") == "TRANSPARENT")
    }

    @Test(
        "a UID is made of ids, the host and the path, or is a foreign one as it is",
        arguments: [
            (#""baseURI":"https://data.a.example/id/2026/""#, #""id":"s""#, "e~s~id~2026@data.a.example"),
            (#""baseURI":"https://data.a.example#""#, #""id":"s""#, "e~s@data.a.example"),
            (#""baseURI":"urn:x""#, #""id":"s""#, "e~s@x"),
            (#""baseURI":"https://data.a.example:8080/è/""#, #""id":"S~1""#, "e~%53%7E1~%C3%A8@data.a.example:8080"),
            (#""baseURI":"https://a.example/""#, #""id":"s","uid":"foreign,1@b.example""#, "foreign,1@b.example"),
        ])
    func uid(_ base: String, _ slot: String, _ uid: String) {
        var draft = EventDraft()
        draft.header = #""id":"x","languages":["it"],"# + base
        draft.slots = #"{\#(slot),"start":"2026-05-29"}"#
        #expect(draft.calendar().calendar.events[0]["UID"]?.text == uid)
    }
}
