import CLibXML2
import ExchangeDiagnostics

/// What the library says is wrong, in words of ours.
enum XMLFault {
    /// Where a finding is, seen from where the parser stands.
    enum Place {
        case here, tag, reference
        /// The last attribute of a name in the tag at hand.
        case attribute(String)
    }

    static func place(_ error: exchange_error) -> Place {
        switch error.code {
        case code(XML_ERR_TAG_NAME_MISMATCH), code(XML_NS_ERR_UNDEFINED_NAMESPACE), code(XML_NS_ERR_QNAME),
            code(XML_NS_ERR_XML_NAMESPACE), code(XML_NS_ERR_EMPTY), code(XML_NS_ERR_COLON),
            code(XML_ERR_RESERVED_XML_NAME):
            .tag
        case code(XML_ERR_UNDECLARED_ENTITY), code(XML_WAR_UNDECLARED_ENTITY), code(XML_ERR_INVALID_CHARREF),
            code(XML_ERR_INVALID_HEX_CHARREF), code(XML_ERR_INVALID_DEC_CHARREF),
            code(XML_ERR_ENTITYREF_SEMICOL_MISSING):
            .reference
        case code(XML_ERR_INVALID_CHAR), code(XML_ERR_NAME_REQUIRED): isReference(error) ? .reference : .here
        case code(XML_ERR_ATTRIBUTE_REDEFINED), code(XML_NS_ERR_ATTRIBUTE_REDEFINED):
            .attribute(text(error.first))
        default: .here
        }
    }

    /// Whether it is about an element that is not closed as it should be.
    static func concernsOpenElement(_ error: exchange_error) -> Bool { error.code == code(XML_ERR_TAG_NAME_MISMATCH) }

    static func note(_ error: exchange_error) -> Note {
        if error.domain == code(XML_FROM_PARSER), error.code == code(XML_ERR_NAME_TOO_LONG) {
            return Note(.limitExceeded, at: 0, detail: "a name that is too long")
        }
        return Note(.notWellFormed, at: 0, detail: sentence(error))
    }

    private static func isReference(_ error: exchange_error) -> Bool {
        let message = text(error.message)
        return message.contains("CharRef") || message.contains("EntityRef")
    }

    private static func sentence(_ error: exchange_error) -> String {
        switch error.code {
        case code(XML_ERR_DOCUMENT_EMPTY): "no element stands here: a document is one element"
        case code(XML_ERR_DOCUMENT_END): "something follows the root element, or nothing closes it"
        case code(XML_ERR_TAG_NAME_MISMATCH): mismatch(error)
        case code(XML_ERR_ATTRIBUTE_REDEFINED), code(XML_NS_ERR_ATTRIBUTE_REDEFINED):
            "a second attribute \(text(error.first)) in the same tag"
        case code(XML_ERR_UNDECLARED_ENTITY), code(XML_WAR_UNDECLARED_ENTITY):
            "an entity that nothing declares, \(text(error.first)): XML itself knows amp, lt, gt, quot and apos"
        case code(XML_ERR_INVALID_CHARREF), code(XML_ERR_INVALID_HEX_CHARREF), code(XML_ERR_INVALID_DEC_CHARREF):
            "a reference to no character that XML can carry"
        case code(XML_ERR_INVALID_CHAR): "a character that XML cannot carry"
        case code(XML_ERR_ENTITYREF_SEMICOL_MISSING): "a reference that does not end with a semicolon"
        case code(XML_ERR_NAME_REQUIRED) where isReference(error):
            "an ampersand that begins no reference; it is written &amp;"
        case code(XML_ERR_NAME_REQUIRED): "a name is expected"
        case code(XML_ERR_LT_IN_ATTRIBUTE): "a less-than sign in the value of an attribute; it is written &lt;"
        case code(XML_ERR_ATTRIBUTE_NOT_STARTED): "the value of an attribute is expected, in quotation marks"
        case code(XML_ERR_ATTRIBUTE_NOT_FINISHED): "the value of an attribute that does not end"
        case code(XML_ERR_ATTRIBUTE_WITHOUT_VALUE): "an attribute without a value"
        case code(XML_ERR_GT_REQUIRED): "a tag that does not end here with a greater-than sign"
        case code(XML_ERR_LTSLASH_REQUIRED): "an end tag is expected"
        case code(XML_ERR_EQUAL_REQUIRED): "an equals sign is expected"
        case code(XML_ERR_SPACE_REQUIRED): "a blank is expected"
        case code(XML_ERR_MISPLACED_CDATA_END): "]]> in a text; it is written ]]&gt;"
        case code(XML_ERR_CDATA_NOT_FINISHED): "a CDATA section that does not end"
        case code(XML_ERR_COMMENT_NOT_FINISHED): "a comment that does not end"
        case code(XML_ERR_HYPHEN_IN_COMMENT): "two hyphens in a comment"
        case code(XML_ERR_PI_NOT_STARTED), code(XML_ERR_PI_NOT_FINISHED): "an instruction that does not end"
        case code(XML_ERR_RESERVED_XML_NAME): "an XML declaration that is not the first thing in the document"
        case code(XML_ERR_XMLDECL_NOT_FINISHED): "an XML declaration that does not end"
        case code(XML_ERR_VERSION_MISSING): "an XML declaration without a version"
        case code(XML_NS_ERR_UNDEFINED_NAMESPACE): "a prefix that no namespace is declared for, \(text(error.first))"
        default: own(error)
        }
    }

    private static func mismatch(_ error: exchange_error) -> String {
        "</\(text(error.second))> where </\(text(error.first))> is expected"
    }

    /// The library's own words, on one line, beginning small.
    private static func own(_ error: exchange_error) -> String {
        let words = text(error.message).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return words.isEmpty
            ? "this is not well-formed XML" : words.prefix(1).lowercased() + words.dropFirst().prefix(200)
    }

    private static func text(_ start: UnsafePointer<CChar>?) -> String {
        start.map { String(cString: $0) } ?? ""
    }

    private static func code(_ error: xmlParserErrors) -> Int32 { Int32(bitPattern: error.rawValue) }

    private static func code(_ domain: xmlErrorDomain) -> Int32 { Int32(bitPattern: domain.rawValue) }
}
