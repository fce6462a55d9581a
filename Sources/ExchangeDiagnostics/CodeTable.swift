extension Code {
    /// The name of the rule, accepted wherever its code is.
    public var slug: String { entry.slug }
    /// How much a finding of this code matters before data goes out.
    public var severity: Severity { entry.publish }
    /// How much it matters while somebody is still typing.
    public var draftSeverity: Severity { entry.draft }
    /// What is wrong, in one sentence without a full stop.
    public var sentence: String { entry.sentence }

    private struct Entry {
        let slug: String
        let draft: Severity
        let publish: Severity
        let sentence: String

        init(_ slug: String, _ draft: Severity, _ publish: Severity, _ sentence: String) {
            self.slug = slug
            self.draft = draft
            self.publish = publish
            self.sentence = sentence
        }
    }

    // swift-format-ignore
    private var entry: Entry {
        switch self {
        case .jsonSyntax:               Entry("json-syntax", .error, .error, "this is not JSON")
        case .trailingComma:            Entry("json-trailing-comma", .warning, .error, "a comma with nothing behind it")
        case .duplicateKey:             Entry("json-duplicate-key", .error, .error, "a second member of the same name")
        case .invalidUTF8:              Entry("invalid-utf8", .error, .error, "octets that are not UTF-8")
        case .byteOrderMark:            Entry("byte-order-mark", .note, .note, "a byte order mark, which is read over")
        case .numberPrecision:          Entry("number-precision", .warning, .error, "a number that cannot be kept exactly")
        case .badEscape:                Entry("json-bad-escape", .error, .error, "an escape that stands for no character")
        case .controlCharacter:         Entry("control-character", .error, .error, "a control character or a noncharacter")
        case .badNumber:                Entry("json-bad-number", .error, .error, "not a number as JSON writes numbers")
        case .unexpectedEnd:            Entry("unexpected-end", .error, .error, "the input ends before what it began")
        case .tooDeep:                  Entry("too-deep", .error, .error, "arrays and objects lie too deep within each other")
        case .limitExceeded:            Entry("limit-exceeded", .error, .error, "longer than the limit")
        case .trailingContent:          Entry("trailing-content", .error, .error, "something follows the end of the document")
        case .lineEnd:                  Entry("line-end", .note, .note, "a carriage return, read as a line feed")
        case .numberSpelling:           Entry("number-spelling", .note, .note, "a number that is spelled shorter from now on; its value stays")
        case .missingRequiredField:     Entry("missing-required-field", .error, .error, "a required field is missing")
        case .unknownField:             Entry("unknown-field", .note, .warning, "no field of this record; it is kept as it is")
        case .wrongType:                Entry("wrong-type", .error, .error, "not a value that this field can hold; it is kept as it is")
        case .emptyValue:               Entry("empty-value", .note, .warning, "nothing, read as if the field were absent")
        case .unsupportedSchemaVersion: Entry("unsupported-schema-version", .error, .error, "a version of the schema that this program does not know")
        case .unknownRecordType:        Entry("unknown-record-type", .error, .error, "no type of record")
        case .misplacedHeader:          Entry("misplaced-header", .error, .error, "the header is the first record, and the only one of its type")
        case .fieldNotRepresentable:    Entry("field-not-representable", .note, .note, "the format cannot say it; it is left out")
        case .languagesDropped:         Entry("languages-dropped", .warning, .warning, "the format says it in one language only")
        case .notVisible:               Entry("not-visible", .warning, .warning, "the calendar carries it, but does not show it")
        case .endMadeUp:                Entry("end-made-up", .warning, .warning, "it does not end after its start: the calendar shows it as short as calendars can")
        }
    }
}
