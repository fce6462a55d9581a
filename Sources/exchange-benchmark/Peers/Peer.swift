/// What does the same as a row of ours.
enum PeerKind: String, CaseIterable {
    case libicalParse = "libical, parse"
    case libicalWrite = "libical, parse and write"
    case libicalCheck = "libical, parse and check"
    case pythonCalendar = "Python json + icalendar"
    case pythonTable = "Python csv + icalendar"
    case foundation = "Foundation JSONDecoder"
    case orjson = "orjson.loads"
    case simdjson = "simdjson on demand"
    case rustCSV = "Rust csv StringRecord"
    case xmllintStream = "xmllint --stream --noout"
    case xmllintSAX = "xmllint --sax --noout"
    case xmllintSchema = "xmllint --stream --schema"
    case xmllintVersion = "xmllint --version"
}

/// A program of others, with the edition that is installed here.
struct Peer {
    /// With all that it stands on: `Python 3.11.2 with icalendar 6.1.0`.
    let edition: String
    /// Where its program lies, and what it is always given.
    let command: Command
}

/// A peer that may be missing.
enum PeerSearch {
    case found(Peer)
    /// Why there is none: `python3 has no icalendar`.
    case absent(String)
}

/// Why a peer cannot be had.
struct Absence: Error {
    let reason: String

    init(_ reason: String) { self.reason = reason }
}
