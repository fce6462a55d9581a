/// The register of everything this library may find: a letter for the family, a hundred for the topic.
///
/// A code, once published, keeps its meaning for ever; retired codes are not handed out again.
public enum Code: String, CaseIterable, Sendable, BitwiseCopyable {
    // MARK: S: octets and syntax

    /// The input is not JSON here.
    case jsonSyntax = "S101"
    /// A comma with nothing behind it.
    case trailingComma = "S102"
    /// An object has two members of the same name.
    case duplicateKey = "S103"
    /// The octets are not UTF-8.
    case invalidUTF8 = "S104"
    /// The input begins with a byte order mark.
    case byteOrderMark = "S105"
    /// An escape in a string stands for no character.
    case badEscape = "S107"
    /// A control character or a noncharacter, which XML cannot carry and RFC 7493 refuses.
    case controlCharacter = "S108"
    /// A number breaks the grammar of RFC 8259 section 6.
    case badNumber = "S109"
    /// The input ends before what it began.
    case unexpectedEnd = "S110"
    /// Arrays and objects lie deeper within each other than the limit allows.
    case tooDeep = "S111"
    /// Something is longer, or more, than a limit allows.
    case limitExceeded = "S112"
    /// Something follows the end of the document.
    case trailingContent = "S113"
    /// A carriage return is read as a line feed (XML 1.0 section 2.11 and RFC 5545 section 3.3.11 force it).
    case lineEnd = "S114"
    /// A coordinate is written with zeroes at its end or with an exponent, and is spelled without.
    case numberSpelling = "S115"
    /// A row of a table has fewer or more cells than its header.
    case raggedRow = "S201"
    /// A quote opens a cell, and none closes it.
    case unclosedQuote = "S202"
    /// A column that no field claims; its cells are kept as they are.
    case unknownColumn = "S204"
    /// A number has a comma where its point should be.
    case decimalComma = "S205"
    /// Two columns of a table bear the same name.
    case duplicateColumn = "S207"
    /// A quote stands inside a cell that none opens, or something stands behind the one that closes.
    case strayQuote = "S208"
    /// A package names a file that might lie outside its folder.
    case unsafePath = "S209"

    /// An event of a calendar has no UID, by which alone it is known again.
    case missingUID = "S301"
    /// A time of a calendar has no zone.
    case floatingTime = "S303"
    /// A line of a calendar ends with a line feed alone.
    case bareLineFeed = "S304"
    /// A line of a calendar cannot be taken apart into name, parameters and value.
    case calendarLine = "S305"
    /// BEGIN and END of a calendar do not match.
    case unbalancedComponent = "S306"
    /// What a calendar carries for this program cannot be read.
    case brokenResidue = "S307"
    /// The input is not well-formed XML here.
    case notWellFormed = "S401"
    /// A document type declaration, with which entities and attacks come.
    case xmlEntityRefused = "S402"
    /// XML in another encoding than UTF-8, or said to be.
    case xmlEncoding = "S403"
    /// A text that does not say which language it is in.
    case xmlLanguageMissing = "S404"
    /// The root of the document is not that of an exchange.
    case notAnExchange = "S405"
    /// Text stands where only elements do.
    case strayText = "S406"

    // MARK: M: shape

    /// A field that every record of the type must have is absent.
    case missingRequiredField = "M101"
    /// A name that the schema does not know; its value is kept as it is.
    case unknownField = "M102"
    /// A value is not of the type that its field declares; it is kept as it is.
    case wrongType = "M103"
    /// A known field holds null or nothing, and is read as absent.
    case emptyValue = "M104"
    /// The exchange was written for a version of the schema that this program does not know.
    case unsupportedSchemaVersion = "M105"
    /// A text begins or ends with a blank.
    case textHygiene = "M106"
    /// A value is not spelled as values of its field are: an e-mail address, a duration, a media type.
    case malformedValue = "M107"
    /// A whole number is smaller or greater than its field allows.
    case valueOutOfRange = "M108"
    /// A record is of a type that the schema does not know, or of none.
    case unknownRecordType = "M109"
    /// The header is not the first record, or not the only one.
    case misplacedHeader = "M110"
    /// The published schema does not allow it.
    case schemaViolation = "M111"

    // MARK: R: identity and references

    /// Two records of a type bear the same id.
    case duplicateID = "R101"
    /// A reference names a record that is not in the exchange.
    case danglingReference = "R102"
    /// A reference names a record of another type than it should.
    case wrongKindReference = "R103"
    /// An id is not a token of the model, so that it cannot stand in every format.
    case idNotPortable = "R105"
    /// Records are parts or members of each other, round in a circle.
    case circularReference = "R108"

    // MARK: T: time

    /// Something ends before it begins.
    case endBeforeStart = "T101"
    /// Something ends at the moment at which it begins.
    case zeroDuration = "T102"
    /// A local time that the clocks of its zone never show.
    case nonexistentLocalTime = "T103"
    /// A local time that the clocks of its zone show twice.
    case ambiguousLocalTime = "T104"
    /// A zone that the tz database does not have.
    case unknownTimeZone = "T105"
    /// No day, no time of day or no instant, or not written as one.
    case impossibleDate = "T106"
    /// Something takes place before or after the days of its edition.
    case outsideEdition = "T107"
    /// Two events take place in one place at the same time.
    case venueDoubleBooked = "T108"
    /// One artist takes part in two events at the same time.
    case artistDoubleBooked = "T109"
    /// The times are told in another zone than that of the place.
    case zoneDiffersFromPlace = "T112"
    /// Something lasts longer than anybody would stay.
    case implausibleDuration = "T113"
    /// A repetition that nothing ends.
    case endlessRecurrence = "T114"
    /// A recurrence rule outside RFC 5545 or the profile of it that an exchange can hold.
    case invalidRecurrence = "T116"
    /// The first start is none of the days that its rule gives.
    case startOffRecurrence = "T117"
    /// A day is excepted or replaced on which nothing takes place.
    case noSuchOccurrence = "T118"
    /// What ends a repetition is given twice, or without a repetition.
    case recurrenceEndConflict = "T119"
    /// One of start and end is a whole day, the other a time of day.
    case mixedDayAndTime = "T120"

    // MARK: G: place

    /// A latitude or a longitude that is not on the globe.
    case coordinatesOutOfRange = "G101"
    /// Latitude and longitude are exchanged.
    case coordinatesSwapped = "G102"
    /// A place lies far from its city.
    case outsideCity = "G103"
    /// Coordinates at 0° 0°, or one of the two without the other.
    case nullIsland = "G104"
    /// An exact place with coordinates of a neighbourhood.
    case coordinatesImprecise = "G105"
    /// Coordinates with more decimals than anything on the ground has.
    case coordinatesOverprecise = "G108"

    // MARK: L: languages

    /// No language tag of BCP 47.
    case invalidLanguageTag = "L101"
    /// A name that is not given in the exchange's first language.
    case missingDefaultLanguage = "L103"
    /// A text is in another script than its language is written in.
    case wrongScript = "L104"

    // MARK: C: codes

    /// No code of ISO 3166-1 alpha-2.
    case invalidCountryCode = "C101"
    /// A code that its list does not have.
    case unknownVocabularyTerm = "C103"
    /// A telephone number without its country.
    case phoneNotInternational = "C104"

    // MARK: A: visitor information

    /// A feature that is said to be both present and absent.
    case accessibilityContradiction = "A102"
    /// Booking is required, and nobody knows for how many.
    case capacityMissing = "A103"
    /// An event to which nobody may come.
    case capacityImpossible = "A104"

    // MARK: P: people's data

    /// An e-mail address stands in a text that everybody reads.
    case emailExposed = "P101"
    /// What a place's precision says is not told is told.
    case privateFieldPublic = "P102"
    /// A person's data without the person's consent.
    case consentMissing = "P104"

    // MARK: U: links

    /// No absolute URI.
    case invalidURL = "U101"
    /// A URI whose scheme nobody should follow, or that holds a password.
    case forbiddenURLScheme = "U102"

    // MARK: F: feed and exchange

    /// The exchange does not say on which terms others may use it.
    case feedInformationMissing = "F101"

    // MARK: X: loss on conversion

    /// A format cannot say a field, and it is left out.
    case fieldNotRepresentable = "X101"
    /// A format says a text in one language only, and the others are left out.
    case languagesDropped = "X102"
    /// A calendar carries an event or a slot, but cannot show it.
    case notVisible = "X104"
    /// A calendar shows an end that the data does not give.
    case endMadeUp = "X105"
    /// A line that is made from other data says something else than the data.
    case derivedDiffers = "X106"
    /// The lines of an event's several dates tell different texts.
    case slotTextDiffers = "X107"
    /// A calendar, or an event of it, has only what calendar programs understand.
    case residueMissing = "X108"
    /// In which order events or their dates were is not known any more.
    case orderUnknown = "X109"
    /// The terms of schema.org cannot say something, and it is left out.
    case jsonLDDrops = "X110"
    /// A map cannot say something, and it is left out.
    case geoJSONDrops = "X111"
}
