/// Regular expressions for the values of the model, in what ECMA-262, XML Schema and Python have in common.
///
/// None has an anchor or looks around, and none can be matched in two ways where that would cost more than a look at the
/// next few characters: hostile values must not make a validator slow. What holds them is their own, since rules and
/// schemas do not see each other; a test plants the same faults before both.
enum Pattern {
    /// `[a-z0-9]([a-z0-9._-]{0,62}[a-z0-9])?` of the model, section 3; the length is told apart from it.
    static let token = #"[a-z0-9]([._\-]*[a-z0-9])*"#
    /// The same behind the name of a type of record.
    static func typedToken(_ types: [String]) -> String { "(\(types.joined(separator: "|")))/" + token }

    /// An absolute URI (RFC 3986) or IRI (RFC 3987): a scheme, and what may stand in one or is spelled `%XX`.
    static let uri = scheme + character + "+"
    /// One that ends so that an id can be put behind it.
    static let baseURI = scheme + character + "*[/#]"
    private static let scheme = #"[A-Za-z][A-Za-z0-9+.\-]*:"#
    private static let character = #"([^ \t\n\r"<>\\\^`{|}%]|%[0-9A-Fa-f][0-9A-Fa-f])"#

    /// `ref/role` in a cell of a table, and `<https://…>/role` where the reference is a URI.
    static let participation = "(\(token)(/\(token))?|\(uri)|<\(uri)>(/\(token))?)"

    /// `name@host.example`, with letters beyond ASCII (RFC 6531).
    static let email: String = {
        let atom = #"[^ \t\n\r"(),.:;<>@\[\\\]]+"#
        let label = #"[^ -,./:-@\[-`{-~\t\n\r]+"#
        return #"\#(atom)(\.\#(atom))*@\#(label)(\.\#(label))+"#
    }()

    /// Three to fifteen digits, with `+` before them and blanks or hyphens between them (E.164, E.123).
    static let telephone = #"\+?([ .()\-]*[0-9]){3,15}[ .()\-]*"#

    /// A language tag (RFC 5646 section 2.1), those that are older than the grammar among them.
    static let language: String = {
        let language = "([A-Za-z]{2,3}(-[A-Za-z]{3}){0,3}|[A-Za-z]{4,8})"
        let rest = "(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?(-([A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))*"
        let extensions = "(-[0-9A-WY-Za-wy-z](-[A-Za-z0-9]{2,8})+)*"
        let `private` = "[Xx](-[A-Za-z0-9]{1,8})+"
        let old =
            ["en-gb-oed", "sgn-be-fr", "sgn-be-nl", "sgn-ch-de"].map(caseless).joined(separator: "|")
            + "|[Ii]-[A-Za-z]{3,8}"
        return "(\(language)\(rest)\(extensions)(-\(`private`))?|\(`private`)|\(old))"
    }()

    static let country = "[A-Z]{2}"
    static let subdivision = "[A-Z]{2}-[A-Z0-9]{1,3}"
    /// A name of the tz database, as a path in it.
    static let timeZone = #"[A-Za-z0-9_+\-]+(/[A-Za-z0-9_+\-]+)*"#
    static let hashtag = #"[^# \t\n\r]+"#
    /// Both names as in RFC 6838 section 4.2.
    static let mediaType: String = {
        let name = #"[A-Za-z0-9][A-Za-z0-9!#$&\-\^_.+]*"#
        return "\(name)/\(name)"
    }()
    static let version = #"(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)"#

    // MARK: Time

    /// `YYYY-MM-DD`, with as many days as the month has in any year, and without the year 0000.
    static let date: String = {
        let year = "([1-9][0-9]{3}|0([1-9][0-9]{2}|0([1-9][0-9]|0[1-9])))"
        let (days29, days30, days31) = ("(0[1-9]|[12][0-9])", "(0[1-9]|[12][0-9]|30)", "(0[1-9]|[12][0-9]|3[01])")
        return "\(year)-(0([13578]-\(days31)|[469]-\(days30)|2-\(days29))|1([02]-\(days31)|1-\(days30)))"
    }()
    /// The 29th of February of a year that has it.
    static let leapDay = "([0-9]{2}(0[48]|[2468][048]|[13579][26])|(0[48]|[2468][048]|[13579][26])00)-02-29"
    private static let time = "T([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?"
    static let localDateTime = date + time
    static let moment = "\(date)(\(time))?"
    static let instant = "\(date)\(time)Z"
    static let dateOrInstant = "\(date)(\(time)Z)?"

    /// ISO 8601-1 section 5.5.2: the greater unit first, decimals in the last one only; three characters at least.
    static let duration: String = {
        let seconds = #"[0-9]+(\.[0-9]+)?S"#
        let minutes = #"[0-9]+(M(\#(seconds))?|\.[0-9]+M)"#
        let hours = #"[0-9]+(H(\#(minutes)|\#(seconds))?|\.[0-9]+H)"#
        return "P([0-9]+Y)?([0-9]+M)?([0-9]+W)?([0-9]+D)?(T(\(hours)|\(minutes)|\(seconds)))?"
    }()

    /// A rule in the profile of the model, section 4.4: its parts in any order. `frequency` must be found in it.
    static let recurrence: String = {
        func list(_ item: String) -> String { "\(item)(,\(item))*" }
        func name(_ name: String) -> String { caseless(name) + "=" }
        func words(_ words: String) -> String {
            "(" + words.split(separator: " ").map { caseless(String($0)) }.joined(separator: "|") + ")"
        }
        let weekday = words("MO TU WE TH FR SA SU")
        let (upTo53, upTo31) = ("[+\\-]?0*([1-9]|[1-4][0-9]|5[0-3])", "[+\\-]?0*([1-9]|[12][0-9]|3[01])")
        let (upTo12, upTo366) = ("0*([1-9]|1[0-2])", "[+\\-]?0*([1-9][0-9]?|[12][0-9]{2}|3([0-5][0-9]|6[0-6]))")
        let parts = [
            name("FREQ") + words("DAILY WEEKLY MONTHLY YEARLY"), name("INTERVAL") + "0*[1-9][0-9]*",
            name("BYDAY") + list("(\(upTo53))?\(weekday)"), name("BYMONTHDAY") + list(upTo31),
            name("BYMONTH") + list(upTo12), name("BYSETPOS") + list(upTo366), name("WKST") + weekday,
        ]
        let part = "(\(parts.joined(separator: "|")))"
        return "\(part)(;\(part))*"
    }()
    static let frequency = "(^|;)\(caseless("FREQ"))="

    // MARK: What is not to be found, where a schema can say so

    /// A scheme that runs code or opens a file of whoever follows it.
    static let refusedScheme: String = {
        let schemes = ["javascript", "vbscript", "data", "file", "blob", "about"].map(caseless)
        return "^(\(schemes.joined(separator: "|"))):"
    }()
    /// A page on the web without a host, or with somebody's name or password before it.
    static let brokenWebAddress = "^[Hh][Tt][Tt][Pp][Ss]?:([^/]|/[^/]|//[/?#:]|//[^/?#]*@|/*$)"
    /// The region UK, which the registry knows as GB.
    static let britishRegion = "^[A-Za-z]{2}-[Uu][Kk]$"

    /// The whole of a value, for JSON Schema.
    static func anchored(_ pattern: String) -> String { "^(\(pattern))$" }

    /// Values parted by a blank, as a cell of a table has them.
    static func list(_ pattern: String) -> String { "(\(pattern))( (\(pattern)))*" }

    /// A word in capitals or not.
    private static func caseless(_ word: String) -> String {
        word.map { $0.isLetter ? "[\($0.uppercased())\($0.lowercased())]" : String($0) }.joined()
    }
}
