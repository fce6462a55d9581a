import ExchangeDiagnostics
import Testing

@Suite struct EditDistanceTests {
    @Test("a slip of the finger is one, be it a letter left out, added, exchanged or in the wrong order")
    func distances() {
        for (left, right, distance) in [
            ("", "", 0), ("", "ab", 2), ("event", "event", 0), ("evnt", "event", 1), ("evennt", "event", 1),
            ("avent", "event", 1), ("evetn", "event", 1), ("city", "route", 4), ("è", "e", 1),
        ] {
            #expect(EditDistance.between(left, right) == distance)
            #expect(EditDistance.between(right, left) == distance)
        }
    }

    @Test("what is near is suggested, and what is far is not")
    func nearest() {
        let types = ["exchange", "city", "organisation", "event", "place"]
        #expect(EditDistance.nearest(to: "evnt", among: types) == "event")
        #expect(EditDistance.nearest(to: "organization", among: types) == "organisation")
        #expect(EditDistance.nearest(to: "Events", among: types) == "event")
        #expect(EditDistance.nearest(to: "org", among: types) == "organisation")
        #expect(EditDistance.nearest(to: "x-colour", among: types) == nil)
        #expect(EditDistance.nearest(to: String(repeating: "event", count: 1000), among: types) == nil)
    }
}
