import ExchangeDiagnostics
import Testing

@testable import cos_exchange

@Suite("The fingerprint of a finding")
struct FingerprintTests {
    private func fingerprint(
        _ code: Code = .wrongType, kind: String = "event", id: String? = "ev-1", path: String = "/events/3/end",
        line: Int = 1,
        message: String? = nil, value: String? = "\"x\""
    ) -> String {
        let location = Diagnostic.Location(file: "\(line)", position: Position(offset: line), path: path)
        return Fingerprint(
            Diagnostic(code, message: message, subject: .init(kind: kind, id: id, name: message), at: location),
            value: value
        ).text
    }

    @Test("stays while the file around it changes")
    func stays() {
        let first = fingerprint()
        #expect(first == fingerprint(path: "/events/17/end", line: 99, message: "said otherwise", value: "x"))
    }

    @Test("is another for another code, record, field or value")
    func differs() {
        let all = [
            fingerprint(), fingerprint(.emptyValue), fingerprint(kind: "place"), fingerprint(id: "ev-2"),
            fingerprint(id: nil),
            fingerprint(path: "/events/3/start"), fingerprint(value: "y"), fingerprint(value: nil),
            fingerprint(kind: "even", id: "tev-1"),
        ]
        #expect(Set(all).count == all.count)
    }

    @Test("is the same on every machine and for ever")
    func isStable() {
        // FNV-1a of "M103\u{1F}event\u{1F}ev-1\u{1F}/events/end\u{1F}x\u{1F}", worked out apart.
        #expect(fingerprint() == "cb58309dbe98cf52")
    }

    @Test("leaves the numbers of array places out of the way")
    func leavesPlacesOut() {
        #expect(Fingerprint.withoutPlaces("/events/16/slots/0/end") == "/events/slots/end")
        #expect(Fingerprint.withoutPlaces("/x2/2x/12") == "/x2/2x")
        #expect(Fingerprint.withoutPlaces("") == "")
    }
}
