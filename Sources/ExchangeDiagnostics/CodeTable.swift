extension Code {
    /// The name of the rule, accepted wherever its code is.
    public var slug: String { entry.slug }
    /// How much a finding of this code matters before data goes out.
    public var severity: Severity { entry.publish }
    /// How much it matters while somebody is still typing.
    public var draftSeverity: Severity { entry.draft }
    /// What is wrong, in one sentence without a full stop.
    public var sentence: String { entry.sentence }
    /// Whether it says that the format that is written cannot say something, or does not show it. What a calendar had lost
    /// before it was read is no such loss.
    public var isLoss: Bool {
        switch self {
        case .derivedDiffers, .slotTextDiffers, .residueMissing, .orderUnknown: false
        default: rawValue.hasPrefix("X")
        }
    }

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
        case .jsonSyntax:                 Entry("json-syntax", .error, .error, "this is not JSON")
        case .trailingComma:              Entry("json-trailing-comma", .warning, .error, "a comma with nothing behind it")
        case .duplicateKey:               Entry("json-duplicate-key", .error, .error, "a second member of the same name")
        case .invalidUTF8:                Entry("invalid-utf8", .error, .error, "octets that are not UTF-8")
        case .byteOrderMark:              Entry("byte-order-mark", .note, .note, "a byte order mark, which is read over")
        case .badEscape:                  Entry("json-bad-escape", .error, .error, "an escape that stands for no character")
        case .controlCharacter:           Entry("control-character", .error, .error, "a control character or a noncharacter")
        case .badNumber:                  Entry("json-bad-number", .error, .error, "not a number as JSON writes numbers")
        case .unexpectedEnd:              Entry("unexpected-end", .error, .error, "the input ends before what it began")
        case .tooDeep:                    Entry("too-deep", .error, .error, "arrays and objects lie too deep within each other")
        case .limitExceeded:              Entry("limit-exceeded", .error, .error, "longer than the limit")
        case .trailingContent:            Entry("trailing-content", .error, .error, "something follows the end of the document")
        case .lineEnd:                    Entry("line-end", .note, .note, "a carriage return, read as a line feed")
        case .numberSpelling:             Entry("number-spelling", .note, .note, "a number that is spelled shorter from now on; its value stays")
        case .raggedRow:                  Entry("csv-ragged-row", .error, .error, "a row with fewer or more cells than its header")
        case .unclosedQuote:              Entry("csv-unclosed-quote", .error, .error, "a quote that nothing closes")
        case .unknownColumn:              Entry("csv-unknown-column", .warning, .warning, "no field of these records; its cells are kept as they are")
        case .decimalComma:               Entry("csv-decimal-comma", .error, .error, "a number with a comma for its point; it is kept as it is")
        case .duplicateColumn:            Entry("csv-duplicate-column", .error, .error, "a second column of the same name")
        case .strayQuote:                 Entry("csv-stray-quote", .error, .error, "a quote that neither opens nor closes a cell; the cell is read as it is written")
        case .unsafePath:                 Entry("unsafe-path", .error, .error, "a path that might lead out of the package")
        case .missingUID:                 Entry("ics-missing-uid", .warning, .error, "an event without a UID")
        case .floatingTime:               Entry("floating-time", .warning, .error, "a time without a zone")
        case .bareLineFeed:               Entry("ics-line-end", .note, .note, "a line that ends with a line feed alone, which is read as if it were whole")
        case .calendarLine:               Entry("ics-line", .error, .error, "not a content line; it is left out")
        case .unbalancedComponent:        Entry("ics-unbalanced", .error, .error, "BEGIN and END do not match")
        case .brokenResidue:              Entry("residue-broken", .error, .error, "what the calendar carries for this program cannot be read; its other lines are used")
        case .notWellFormed:              Entry("xml-not-well-formed", .error, .error, "this is not well-formed XML")
        case .xmlEntityRefused:           Entry("xml-entity-refused", .error, .error, "a document type declaration, which is never read")
        case .xmlEncoding:                Entry("xml-encoding", .error, .error, "XML in another encoding than UTF-8")
        case .xmlLanguageMissing:         Entry("xml-language-missing", .note, .warning, "a text without xml:lang, read as being in an unknown language (und)")
        case .notAnExchange:              Entry("xml-not-an-exchange", .error, .error, "not the root of an exchange: <exchange xmlns=\"urn:cos-exchange:1\"> is expected")
        case .strayText:                  Entry("xml-stray-text", .warning, .error, "text where only elements stand; it is left out")
        case .missingRequiredField:       Entry("missing-required-field", .error, .error, "a required field is missing")
        case .unknownField:               Entry("unknown-field", .note, .warning, "no field of this record; it is kept as it is")
        case .wrongType:                  Entry("wrong-type", .error, .error, "not a value that this field can hold; it is kept as it is")
        case .emptyValue:                 Entry("empty-value", .note, .warning, "nothing, read as if the field were absent")
        case .unsupportedSchemaVersion:   Entry("unsupported-schema-version", .error, .error, "a version of the schema that this program does not know")
        case .textHygiene:                Entry("text-hygiene", .warning, .warning, "a text begins or ends with a blank")
        case .malformedValue:             Entry("malformed-value", .warning, .error, "not spelled as values of this field are")
        case .valueOutOfRange:            Entry("value-out-of-range", .error, .error, "a number outside the range of its field")
        case .unknownRecordType:          Entry("unknown-record-type", .error, .error, "no type of record")
        case .misplacedHeader:            Entry("misplaced-header", .error, .error, "the header is the first record, and the only one of its type")
        case .schemaViolation:            Entry("schema-violation", .error, .error, "the published schema does not allow it")
        case .duplicateID:                Entry("duplicate-id", .error, .error, "an id that another record of the type bears already")
        case .danglingReference:          Entry("dangling-reference", .error, .error, "no such record is in this exchange")
        case .wrongKindReference:         Entry("wrong-kind-reference", .error, .error, "the record of this id is of another type")
        case .idNotPortable:              Entry("id-not-portable", .warning, .warning, "an id that cannot stand in every format")
        case .circularReference:          Entry("circular-reference", .error, .error, "it leads back to itself")
        case .endBeforeStart:             Entry("end-before-start", .error, .error, "the end lies before the start")
        case .zeroDuration:               Entry("zero-duration", .note, .warning, "it ends at the moment at which it begins")
        case .nonexistentLocalTime:       Entry("nonexistent-local-time", .error, .error, "a time that the clocks there never show")
        case .ambiguousLocalTime:         Entry("ambiguous-local-time", .warning, .error, "a time that the clocks there show twice")
        case .unknownTimeZone:            Entry("unknown-time-zone", .error, .error, "no zone of the tz database has this name")
        case .impossibleDate:             Entry("impossible-date", .error, .error, "no such day or time")
        case .outsideEdition:             Entry("outside-edition", .warning, .error, "it takes place before or after the days of its edition")
        case .venueDoubleBooked:          Entry("venue-double-booked", .warning, .warning, "two events take place in one place at the same time")
        case .artistDoubleBooked:         Entry("artist-double-booked", .warning, .warning, "an artist takes part in two events at the same time")
        case .zoneDiffersFromPlace:       Entry("zone-differs-from-place", .warning, .warning, "the times are told in another zone than that of the place")
        case .implausibleDuration:        Entry("implausible-duration", .warning, .warning, "it lasts longer than anybody would stay")
        case .endlessRecurrence:          Entry("endless-recurrence", .warning, .error, "a repetition without an end")
        case .invalidRecurrence:          Entry("invalid-recurrence", .error, .error, "not a recurrence rule that an exchange can hold")
        case .startOffRecurrence:         Entry("start-off-recurrence", .error, .error, "the first start is no day of its rule")
        case .noSuchOccurrence:           Entry("no-such-occurrence", .error, .error, "nothing takes place on that day")
        case .recurrenceEndConflict:      Entry("recurrence-end-conflict", .error, .error, "the end of the repetition is not clear")
        case .mixedDayAndTime:            Entry("mixed-day-and-time", .error, .error, "start and end are not both days or both times")
        case .coordinatesOutOfRange:      Entry("coordinates-out-of-range", .error, .error, "not on the globe")
        case .coordinatesSwapped:         Entry("coordinates-swapped", .error, .error, "latitude and longitude look exchanged")
        case .outsideCity:                Entry("outside-city-box", .warning, .warning, "far from the other places of its city")
        case .nullIsland:                 Entry("null-island", .error, .error, "coordinates that lead nowhere")
        case .coordinatesImprecise:       Entry("imprecise-coordinates", .note, .warning, "an exact place with coordinates of a neighbourhood")
        case .coordinatesOverprecise:     Entry("coordinates-overprecise", .note, .warning, "more than seven decimals")
        case .invalidLanguageTag:         Entry("invalid-language-tag", .error, .error, "not a language tag of BCP 47")
        case .missingDefaultLanguage:     Entry("missing-default-language", .error, .error, "not given in the first language of the exchange")
        case .wrongScript:                Entry("wrong-script", .warning, .warning, "in another script than its language is written in")
        case .invalidCountryCode:         Entry("invalid-country-code", .error, .error, "not a country code of ISO 3166-1")
        case .unknownVocabularyTerm:      Entry("unknown-vocabulary-term", .warning, .error, "a code that its list does not have")
        case .phoneNotInternational:      Entry("phone-not-international", .note, .warning, "a telephone number without its country")
        case .accessibilityContradiction: Entry("accessibility-contradiction", .warning, .error, "both present and absent")
        case .capacityMissing:            Entry("capacity-missing", .note, .warning, "booking is required, and nobody knows for how many")
        case .capacityImpossible:         Entry("capacity-impossible", .error, .error, "nobody may come")
        case .emailExposed:               Entry("email-exposed", .warning, .error, "a text gives an e-mail address")
        case .privateFieldPublic:         Entry("private-field-public", .warning, .error, "told although it is not to be told")
        case .consentMissing:             Entry("consent-missing", .note, .error, "published without consent")
        case .invalidURL:                 Entry("url-invalid", .error, .error, "not an absolute URI")
        case .forbiddenURLScheme:         Entry("url-scheme", .error, .error, "a link that nobody should follow")
        case .feedInformationMissing:     Entry("feed-info-missing", .note, .error, "nobody knows on which terms it may be used")
        case .fieldNotRepresentable:      Entry("field-not-representable", .note, .note, "the format cannot say it; it is left out")
        case .languagesDropped:           Entry("languages-dropped", .warning, .warning, "the format says it in one language only")
        case .notVisible:                 Entry("not-visible", .warning, .warning, "the calendar carries it, but does not show it")
        case .endMadeUp:                  Entry("end-made-up", .warning, .warning, "it does not end after its start: the calendar shows it as short as calendars can")
        case .derivedDiffers:             Entry("derived-differs", .warning, .warning, "a line says something else than the data that it is made from")
        case .slotTextDiffers:            Entry("slot-text-differs", .warning, .warning, "the dates of one event tell different texts; the first counts")
        case .residueMissing:             Entry("residue-missing", .warning, .warning, "it carries nothing for this program; what its other lines tell is used")
        case .orderUnknown:               Entry("order-unknown", .warning, .warning, "the order of the events, or of their dates, is not known any more")
        case .jsonLDDrops:                Entry("jsonld-drops", .note, .note, "schema.org has no term for it; it is left out")
        case .geoJSONDrops:               Entry("geojson-drops", .note, .note, "a map does not tell it; it is left out")
        }
    }
}
