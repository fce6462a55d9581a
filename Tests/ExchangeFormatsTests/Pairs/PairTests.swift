import ExchangeDiagnostics
import ExchangeFormats
import ExchangeSyntax
import Testing

/// From every form to every other one: whatever the way, the same octets come out.
///
/// An exchange is written in each form from JSON. If each of those copies, read again, gives in every form the very octets
/// that JSON gave, then from any form to any other and back leads to the same octets too.
@Suite struct PairTests {
    @Test("every fixture is the same in every form, whichever form it comes from", arguments: Fixture.exchanges)
    func fixtures(_ name: String) throws {
        let octets = try Fixture.octets(name)
        #expect(try Self.fault(octets) == nil)
    }

    @Test("what other people's formats hold is the same in every form, whichever form it comes from")
    func foreign() throws {
        let nodes = #""x-xml": ["<a:b xmlns:a=\"urn:a\" c=\"d\">e<f xmlns=\"urn:f\"></f></a:b>", "<not xml"]"#
        let lines =
            #""x-ical": [["x-foo", {"x-bar": ["a", "b,c"], "language": "it"}, "unknown", "è, \\; raw"], ["valarm", [], []]]"#
        let cells = #""x-csv": {"Stanza": "=1+1", "Note; 2": "a\nb"}"#
        for extras in [[nodes], [lines], [cells], [nodes, lines, cells], [cells, lines, nodes], [lines, nodes]] {
            let some = extras.joined(separator: ", ")
            let slot = #"{"id": "s", "start": "2026-05-01T10:00", "end": "2026-05-01T11:00", \#(some)}"#
            let event = #"{"id": "e", "timeZone": "Europe/Rome", "slots": [\#(slot)], \#(some)}"#
            let document = #"{"id": "x", \#(some), "places": [{"id": "p", \#(some)}], "events": [\#(event)]}"#
            if let fault = try Self.fault(Array(document.utf8)) { Issue.record("\(extras.count) extras: \(fault)") }
        }
    }

    @Test(
        "generated exchanges are the same in every form, whichever form they come from",
        arguments: 0..<GeneratedCases.shares)
    func generated(_ share: Int) throws {
        try GeneratedCases.check("pairs", share: share) { document in try Self.fault(document.octets) }
    }

    /// What is not the same for an exchange in JSON; nil if all is.
    private static func fault(_ octets: [UInt8]) throws -> String? {
        var copies: [(form: Form, copy: Form.Copy)] = []
        for form in Form.allCases {
            var source = JSONSource(ByteInput(octets))
            copies.append((form, try form.write(&source)))
        }
        for (origin, copy) in copies {
            for (goal, expected) in copies {
                do {
                    let found = try origin.convert(copy, to: goal)
                    guard found != expected else { continue }
                    return "\(origin) → \(goal):\n\(difference(expected.text, found.text))"
                } catch let fault as Diagnostic {
                    return "\(origin) → \(goal): \(fault) \(fault.location.path)\n\(copy.text.prefix(4000))"
                }
            }
        }
        return nil
    }

    /// The first lines that differ.
    private static func difference(_ expected: String, _ found: String) -> String {
        let (left, right) = (expected.split(separator: "\n"), found.split(separator: "\n"))
        let first = zip(left, right).prefix { $0 == $1 }.count
        let lines = { (lines: [Substring]) in lines.dropFirst(first).prefix(3).joined(separator: "\n") }
        return "expected: \(lines(left))\nfound:    \(lines(right))"
    }
}
