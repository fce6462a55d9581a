import ExchangeBytes

/// The rules of all time zones: the system's database where there is one, otherwise a table of the rules that were in
/// force when it was made.
///
/// It depends on neither `TZ` nor the locale nor the current folder. Zones are read when they are first asked for and
/// kept; one writer holds one database.
public struct ZoneDatabase: Sendable {
    /// Where the rules come from.
    public enum Source: Hashable, Sendable {
        /// The TZif files of a folder (RFC 9636).
        case system(path: String)
        /// The table inside this library. It knows the present rule of each zone and nothing of the past; whoever uses
        /// it should be told.
        case embedded
    }

    /// Where the rules come from.
    public var source: Source { folder.map { .system(path: $0.path) } ?? .embedded }
    /// The release of the database, as `2025b`; nil if its folder does not tell.
    public let release: String?

    private let folder: ZoneFolder?
    private var zones: [String: Zone] = [:]
    /// What was asked for last, most likely to be asked for again; nil for a name that no zone has.
    private var recent: [(name: [UInt8], zone: Zone?)] = []
    private var oldest = 0

    /// Where systems keep the database.
    public static let usualFolders = ["/usr/share/zoneinfo", "/usr/share/lib/zoneinfo", "/usr/lib/zoneinfo"]

    /// The database in a folder, say that of `TZDIR`; if none lies there, that of the first usual folder with one; if
    /// there is none either, the embedded table.
    public init(folder: String? = nil) {
        let folders = (folder.map { [$0] } ?? []) + Self.usualFolders
        self.init(folders.lazy.filter { !$0.isEmpty }.compactMap { ZoneFolder(path: $0) }.first)
    }

    /// The embedded table, whatever the system has.
    public static var embedded: ZoneDatabase { ZoneDatabase(nil) }

    private init(_ folder: ZoneFolder?) {
        self.folder = folder
        release = folder.map(Self.release) ?? EmbeddedZones.release
    }

    /// `2025b` from `# version 2025b`, or from a file that holds nothing else.
    private static func release(of folder: ZoneFolder) -> String? {
        for (name, prefix) in [("tzdata.zi", "# version "), ("+VERSION", ""), ("version", "")] {
            guard let head = folder.contents(name, limit: 64) else { continue }
            let line = String(decoding: head.prefix { $0 >= 0x20 }, as: UTF8.self)
            guard line.hasPrefix(prefix) else { continue }
            let release = line.dropFirst(prefix.count)
            let isPlain = release.utf8.allSatisfy { octet in
                UInt8(ascii: "0")...UInt8(ascii: "9") ~= octet || UInt8(ascii: "a")...UInt8(ascii: "z") ~= octet | 0x20
                    || octet == UInt8(ascii: "-") || octet == UInt8(ascii: ".")
            }
            if !release.isEmpty, isPlain { return String(release) }
        }
        return nil
    }

    // MARK: Zones

    /// The zone of a name, or nil if there is none. Names are matched letter for letter, `Africa/Dakar`.
    public mutating func zone(named name: Bytes) -> Zone? {
        for index in recent.indices where name.equals(octets: recent[index].name) { return recent[index].zone }
        guard Self.isName(name) else { return nil }
        let text = name.text
        var zone = zones[text]
        if zone == nil {
            zone = load(text)
            zones[text] = zone
        }
        let entry = (name: (0..<name.count).map { name[$0] }, zone: zone)
        if recent.count < 8 {
            recent.append(entry)
        } else {
            recent[oldest] = entry
            oldest = (oldest + 1) % 8
        }
        return zone
    }

    /// The zone of a name, or nil if there is none. Names are matched letter for letter, `Africa/Dakar`.
    public mutating func zone(named name: String) -> Zone? {
        name.withPaddedBytes { zone(named: $0) }
    }

    /// Whether there is a zone of that name.
    public mutating func contains(_ name: Bytes) -> Bool { zone(named: name) != nil }

    /// Whether there is a zone of that name.
    public mutating func contains(_ name: String) -> Bool { zone(named: name) != nil }

    /// The names of all zones and links, sorted. It looks at the whole database: for a suggestion, not for a look-up.
    public func names() -> [String] {
        guard let folder else { return EmbeddedZones.names() }
        return folder.names { name in
            name.withPaddedBytes { Self.isName($0) } && folder.contains(name)
        }
    }

    private func load(_ name: String) -> Zone? {
        if let folder {
            guard let octets = folder.contents(name) else { return nil }
            return try? Zone(name: name, tzif: octets)
        }
        return EmbeddedZones.rule(of: name).flatMap { try? Zone(name: name, rule: $0) }
    }

    /// Whether it is letters, digits, `_`, `+` and `-`, in parts between slashes, and no file beside the zones.
    ///
    /// Nothing else is ever made part of a path.
    static func isName(_ name: Bytes) -> Bool {
        guard 1...64 ~= name.count else { return false }
        var isInside = false
        for index in 0..<name.count {
            switch name[index] {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "+"), UInt8(ascii: "-"):
                isInside = true
            case UInt8(ascii: "/") where isInside:
                isInside = false
            default: return false
            }
        }
        // The first two are the machine's own settings; the others are the database again, with other leap seconds.
        let text = name.text
        return isInside && text != "localtime" && text != "posixrules" && !text.hasPrefix("posix/")
            && !text.hasPrefix("right/")
    }
}
