/// The names of an exchange in XML that no schema has.
enum XMLVocabulary {
    /// The namespace of all elements; a URN, so that nobody has to own a domain.
    static let namespace = "urn:cos-exchange:1"
    /// What every version's namespace begins with.
    static let family = "urn:cos-exchange:"
    /// The namespace that the prefix `xml` is bound to (Namespaces in XML 1.0 section 3).
    static let xml = "http://www.w3.org/XML/1998/namespace"
    static let root = "exchange"
    /// The element that holds, as JSON, what the others cannot say.
    static let extras = "extras"
    /// The extra that holds nodes which are none of ours, each as a string.
    static let foreignNodes = "x-xml"
    /// Octets that a value may have to stand in an attribute: a start tag of the longest values, each octet spelled as a
    /// reference, stays far below the limit for start tags.
    static let longestAttribute = 4096
}
