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
    /// A number that a reader cannot keep exactly.
    case numberPrecision = "S106"
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
    /// A record is of a type that the schema does not know, or of none.
    case unknownRecordType = "M108"
    /// The header is not the first record, or not the only one.
    case misplacedHeader = "M109"

    // MARK: X: loss on conversion

    /// A format cannot say a field, and it is left out.
    case fieldNotRepresentable = "X101"
    /// A format says a text in one language only, and the others are left out.
    case languagesDropped = "X102"
    /// A calendar carries an event or a slot, but cannot show it.
    case notVisible = "X104"
    /// A calendar shows an end that the data does not give.
    case endMadeUp = "X105"
}
