import ExchangeDiagnostics
import Testing

@Suite struct ResemblanceTests {
    @Test("a slip of the finger is one, be it a letter left out, added, exchanged or in the wrong order")
    func distances() {
        for (left, right, distance) in [
            ("", "", 0), ("", "ab", 2), ("event", "event", 0), ("evnt", "event", 1), ("evennt", "event", 1),
            ("avent", "event", 1), ("evetn", "event", 1), ("city", "route", 4), ("è", "e", 2),
        ] {
            #expect(Resemblance.distance(left, right) == distance)
            #expect(Resemblance.distance(right, left) == distance)
        }
    }

    @Test("what is near is suggested, and what is far is not")
    func nearest() {
        let types = ["exchange", "city", "organisation", "event", "place"]
        #expect(Resemblance.guess(of: "evnt", among: types) == "event")
        #expect(Resemblance.guess(of: "organization", among: types) == "organisation")
        #expect(Resemblance.guess(of: "Events", among: types) == "event")
        #expect(Resemblance.guess(of: "org", among: types) == "organisation")
        #expect(Resemblance.guess(of: "x-colour", among: types) == nil)
        #expect(Resemblance.guess(of: String(repeating: "event", count: 1000), among: types) == nil)
    }
}
