import ExchangeModel
import Foundation
import Testing

@testable import ExchangeFormats

@Suite("The patterns of values")
struct PatternTests {
    /// A scalar, values that are as they should be, and values that are not.
    struct Example: CustomTestStringConvertible, Sendable {
        let scalar: Scalar
        let good: [String]
        let bad: [String]

        var testDescription: String { "\(scalar)" }
    }

    // swift-format-ignore
    static let examples = [
        Example(scalar: .identifier, good: ["a", "2026", "a.b_c-d", "a--b"], bad: ["", "-a", "a-", "A", "a b", "a/b", "è"]),
        Example(scalar: .reference(.city), good: ["carrara", "https://a.example/city/x"], bad: ["a b", "Carrara", "/x"]),
        Example(scalar: .typedReference, good: ["artist/pinco-pallino", "urn:x:y"], bad: ["pinco", "artist/", "exchange/x", "person/x"]),
        Example(scalar: .uri, good: ["https://a.example/", "urn:x", "mailto:a@b.example", "https://città.example/%C3%A8"], bad: ["www.a.example", "https://a b", "https://a.example/%zz", "x:", "https://a.example/{x}"]),
        Example(scalar: .email, good: ["a@b.example", "a.b+c@città.example", "o'x@b-c.example"], bad: ["a", "a@b", "a..b@c.example", "a@b..example", "a b@c.example", ".a@b.example", "a@b.example."]),
        Example(scalar: .telephone, good: ["+390585000000", "+39 0585 000-000", "0585 (12) 34"], bad: ["+", "+3", "39+12345", "+39 chiedere", "+39058500000012345"]),
        Example(scalar: .language, good: ["it", "ar-Latn", "zh-Hans-CN", "de-CH-1996", "en-t-it-t0-und", "x-a", "i-klingon", "sl-rozaj-biske", "zh-yue", "es-419"], bad: ["i", "it_IT", "it-", "italianissimo", "it--IT", "en-t", "x"]),
        Example(scalar: .country, good: ["IT"], bad: ["it", "ITA"]),
        Example(scalar: .subdivision, good: ["IT-MS", "EG-ASN", "FR-2A"], bad: ["MS", "IT-", "IT-ABCD"]),
        Example(scalar: .timeZone, good: ["Europe/Rome", "UTC", "Etc/GMT+1", "America/Port-au-Prince"], bad: ["/Rome", "Europe//Rome", "Europe/", "GMT 1"]),
        Example(scalar: .hashtag, good: ["StudiAperti", "فن"], bad: ["#a", "a b"]),
        Example(scalar: .mediaType, good: ["image/svg+xml", "video/mp4"], bad: ["mp4", "image/", "video/mp4; x=1", "/x"]),
        Example(scalar: .version, good: ["1.0", "10.20"], bad: ["1", "01.0", "1.0.0", "v1.0"]),
        Example(scalar: .date, good: ["2026-05-29", "0001-01-01", "2026-02-29"], bad: ["0000-01-01", "2026-02-30", "2026-04-31", "2026-13-01", "2026-00-01", "2026-1-1", "26-01-01"]),
        Example(scalar: .localDateTime, good: ["2026-05-29T10:00", "2026-05-29T23:59:59"], bad: ["2026-05-29", "2026-05-29T24:00", "2026-05-29T10:60", "2026-05-29T10:00Z", "2026-05-29 10:00", "2026-05-29T10:00:60"]),
        Example(scalar: .moment, good: ["2026-05-29", "2026-05-29T10:00"], bad: ["2026-05", "2026-05-29T"]),
        Example(scalar: .instant, good: ["2026-05-29T10:00Z", "2026-05-29T10:00:00Z"], bad: ["2026-05-29T10:00:00", "2026-05-29T10:00:00+02:00", "2026-05-29T10:00:00.5Z"]),
        Example(scalar: .dateOrInstant, good: ["2026-05-29", "2026-05-29T10:00Z"], bad: ["2026-05-29T10:00", "2026-05-29Z"]),
        Example(scalar: .duration, good: ["PT14M30S", "P3D", "P2W", "P1Y2M", "PT1.5H", "PT0.5S", "P1DT2H"], bad: ["P", "PT", "PT1.5H3M", "P1DT", "PT5S3M", "14:30", "PT1"]),
        Example(scalar: .recurrence, good: ["FREQ=DAILY", "freq=weekly;BYDAY=MO,tu", "BYMONTHDAY=-1;FREQ=MONTHLY", "FREQ=YEARLY;BYDAY=-53SU,+1MO;BYMONTH=12;INTERVAL=2;WKST=SU;BYSETPOS=-366"], bad: ["FREQ=HOURLY", "FREQ=DAILY;COUNT=2", "FREQ=DAILY;", "FREQ=DAILY;BYDAY=54MO", "FREQ=DAILY;INTERVAL=0", "FREQ=YEARLY;BYMONTH=13", "FREQ=YEARLY;BYSETPOS=367"]),
    ]

    @Test("match what is well spelled, and nothing else", arguments: examples)
    func match(_ example: Example) throws {
        let form = try #require(ScalarForm(example.scalar))
        let pattern = try NSRegularExpression(pattern: Pattern.anchored(try #require(form.pattern)))
        func isMatched(_ text: String) -> Bool {
            form.length.contains(text.unicodeScalars.count)
                && pattern.firstMatch(in: text, range: NSRange(text.startIndex..., in: text)) != nil
        }
        for text in example.good + [form.example] { #expect(isMatched(text), "\(text)") }
        for text in example.bad { #expect(!isMatched(text), "\(text)") }
    }

    @Test("have examples for each kind of value that there is")
    func isComplete() {
        let tried = Set(Self.examples.compactMap { ScalarForm($0.scalar)?.pattern })
        for form in TableForm.all {
            for field in form.schema.fields {
                guard case .scalar(let scalar) = field.kind, let pattern = ScalarForm(scalar)?.pattern else { continue }
                #expect(tried.contains(pattern), "\(form.schema.name).\(field.name)")
            }
        }
    }

    @Test("use nothing that another kind of regular expression reads otherwise")
    func isPlain() {
        for form in Self.examples.compactMap({ ScalarForm($0.scalar) }) {
            for construct in ["(?", "\\d", "\\w", "\\s", "\\b", "\\u", "\\x", "\\p", "*?", "+?", "*+", "$", "&&"] {
                let pattern = (form.pattern ?? "").replacing("#$&", with: "").replacing("\\+?", with: "")
                #expect(!pattern.contains(construct), "\(form.name): \(construct)")
            }
        }
    }
}
