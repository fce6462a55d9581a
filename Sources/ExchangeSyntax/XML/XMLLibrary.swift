import CLibXML2

/// The XML library that this program runs with.
public enum XMLLibrary {
    /// The version of the library that was loaded, as it numbers itself: `20914` for 2.9.14.
    public static var version: String {
        guard let text = __xmlParserVersion()?.pointee else { return "" }
        return String(cString: text)
    }
}
