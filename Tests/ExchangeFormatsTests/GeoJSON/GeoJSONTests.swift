import ExchangeDiagnostics
import ExchangeFormats
import Foundation
import Testing

@Suite("GeoJSON")
struct GeoJSONTests {
    private typealias Object = [String: Any]

    /// What a collection of features breaks of RFC 7946, as far as it has points and lines; nil if nothing.
    private static func fault(in document: [String: Any]) -> String? {
        guard document["type"] as? String == "FeatureCollection" else { return "section 3.3: type" }
        guard let features = document["features"] as? [[String: Any]] else { return "section 3.3: features" }
        if ["coordinates", "geometries", "geometry", "properties"].contains(where: { document[$0] != nil }) {
            return "section 7.1: a member of another object"
        }
        return features.lazy.compactMap { fault(inFeature: $0) }.first
    }

    private static func fault(inFeature feature: [String: Any]) -> String? {
        guard feature["type"] as? String == "Feature" else { return "section 3.2: type" }
        guard feature["properties"] is [String: Any] else { return "section 3.2: properties" }
        if let id = feature["id"], !(id is String) { return "section 3.2: id" }
        if ["coordinates", "geometries", "features"].contains(where: { feature[$0] != nil }) {
            return "section 7.1: a member of another object"
        }
        guard let member = feature["geometry"] else { return "section 3.2: geometry" }
        if member is NSNull { return nil }
        guard let geometry = member as? [String: Any] else { return "section 3.1: geometry" }
        switch geometry["type"] as? String {
        case "Point": return isPosition(geometry["coordinates"]) ? nil : "section 3.1.2"
        case "LineString":
            guard let positions = geometry["coordinates"] as? [Any], positions.count >= 2 else {
                return "section 3.1.4"
            }
            return positions.allSatisfy(isPosition) ? nil : "section 3.1.1"
        default: return "section 3.1: type"
        }
    }

    /// Longitude, then latitude, in degrees of WGS 84 (sections 3.1.1 and 4).
    private static func isPosition(_ value: Any?) -> Bool {
        guard let numbers = value as? [Double], numbers.count == 2 else { return false }
        return abs(numbers[0]) <= 180 && abs(numbers[1]) <= 90
    }

    @Test("of every fixture keeps to RFC 7946", arguments: Fixture.names)
    func fixtures(_ name: String) throws {
        let export = try Export(.geojson, Fixture.exchange(name))
        #expect(try Self.fault(in: export.document()) == nil)
        #expect(export.isStrictJSON)
        let ids = try export.items().compactMap { $0["id"] as? String }
        #expect(try ids.count == export.items().count)
        #expect(Set(ids).count == ids.count)
    }

    @Test("keeps to RFC 7946, of whatever exchange it is made")
    func generated() throws {
        try GeneratedCases.check("GeoJSON", oneIn: 5) { document in
            let export = try Export(.geojson, document.octets)
            guard export.isStrictJSON, let made = try? export.document() else {
                return "no strict JSON: \(export.text)"
            }
            return Self.fault(in: made)
        }
    }

    private static let exchange = #"""
        {"id":"x","baseURI":"https://a.example/id/","cities":[{"id":"c"}],
        "places":[
        {"id":"p","name":{"it":"Studio","ar":"ورشة"},"kind":"studio","latitude":44.0793,"longitude":10.0977,"precision":"exact","access":"open","email":"a@b.example"},
        {"id":"q","name":{"it":"Altro"},"latitude":44.09,"longitude":10.13,"precision":"district"},
        {"id":"h","latitude":44.5,"longitude":10.5,"precision":"withheld"},{"id":"n","latitude":95,"longitude":10}],
        "events":[{"id":"e","name":{"it":"Visita"},"kind":"tour","status":"cancelled","places":["p","q","https://b.example/p"],"slots":[]},{"id":"o","online":["https://a.example/"]}],
        "routes":[{"id":"r","name":{"it":"Via"},"stops":[{"place":"p"},{"place":"h"},{"place":"q"}]},{"id":"s","stops":[{"place":"p"},{"place":"h"}]}]}
        """#

    private func feature(_ id: String) throws -> [String: Any] {
        let features = try Export(.geojson, Self.exchange).items()
        return try #require(features.first { $0["id"] as? String == "https://a.example/id/" + id }, "\(id)")
    }

    @Test("has a point for each place, longitude first, spelled as the exchange spells it")
    func points() throws {
        let text = try Export(.geojson, Self.exchange).text
        #expect(text.contains(#""geometry":{"type":"Point","coordinates":[10.0977,44.0793]}"#))
        let properties = try #require(feature("place/p")["properties"] as? [String: String])
        #expect(
            properties == [
                "record": "place", "name@it": "Studio", "name@ar": "ورشة", "kind": "studio", "access": "open",
                "precision": "exact",
            ])
    }

    @Test("tells no point that is withheld, or not on the globe")
    func noPoints() throws {
        #expect(try feature("place/h")["geometry"] is NSNull)
        #expect(try feature("place/n")["geometry"] is NSNull)
        #expect(try !Export(.geojson, Self.exchange).text.contains("44.5"))
    }

    @Test("has a feature for each place of an event, with the precision of the place")
    func events() throws {
        let properties = try #require(feature("event/e/place/q")["properties"] as? [String: String])
        #expect(properties["precision"] == "district")
        #expect(properties["status"] == "cancelled")
        #expect(try (feature("event/e/place/p")["geometry"] as? Object)?["type"] as? String == "Point")
        #expect(try feature("event/e/place/https%3A%2F%2Fb.example%2Fp")["geometry"] is NSNull)
    }

    @Test("draws a route past the stops that have a position, if there are two")
    func routes() throws {
        let line = try #require(feature("route/r")["geometry"] as? Object)
        #expect(line["type"] as? String == "LineString")
        #expect(line["coordinates"] as? [[Double]] == [[10.0977, 44.0793], [10.13, 44.09]])
        #expect(try feature("route/s")["geometry"] is NSNull)
    }

    @Test("reports each field and each type that it drops once")
    func losses() throws {
        let losses = try Export(.geojson, Self.exchange).losses
        #expect(losses.contains("city: 1 record is not in GeoJSON"))
        #expect(losses.contains("event: 1 record is not in GeoJSON"))
        #expect(losses.contains("place.email of 1 record is not in GeoJSON"))
        #expect(losses.contains("route.stops, of which fewer than two have a position, of 1 record is not in GeoJSON"))
        #expect(Set(losses).count == losses.count)
    }

    @Test("rounds what is told of a district when it goes out")
    func privacy() throws {
        let text = Self.exchange.replacing("44.09,", with: "44.0912345,")
        #expect(try Export(.geojson, text, isPrivate: false).text.contains("[10.13,44.09]"))
    }
}
