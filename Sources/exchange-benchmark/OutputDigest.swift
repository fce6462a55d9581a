import Glibc

/// What is looked at in a file that a process wrote: its size, a checksum, and how many of its lines begin how.
struct OutputDigest: Equatable {
    private(set) var octets = 0
    /// FNV-1a of 64 bits over all octets.
    private(set) var checksum: UInt64 = 0xCBF2_9CE4_8422_2325
    /// How many lines begin with each of the words that were asked for.
    private(set) var counts: [Int]

    private let words: [[UInt8]]
    /// The beginning of the line at hand, as far as the words are long.
    private var head: [UInt8] = []
    private var isInside = true
    private let section: (begin: [UInt8], end: [UInt8])?
    private let reach: Int

    static func == (left: OutputDigest, right: OutputDigest) -> Bool {
        left.octets == right.octets && left.checksum == right.checksum
    }

    /// The digest of a file. Lines are counted between two others only, if a section is given.
    init(of path: String, words: [String] = [], within section: (begin: String, end: String)? = nil) throws {
        self.words = words.map { Array($0.utf8) }
        self.section = section.map { (Array($0.begin.utf8), Array($0.end.utf8)) }
        counts = words.map { _ in 0 }
        let all = words + (section.map { [$0.begin, $0.end] } ?? [])
        reach = all.map(\.utf8.count).max() ?? 0
        isInside = section == nil
        try read(path)
    }

    private mutating func read(_ path: String) throws {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Failure(cannot: "read", path) }
        defer { close(descriptor) }
        try withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 256 << 10) { room in
            while true {
                let count = Glibc.read(descriptor, room.baseAddress, room.count)
                if count == 0 { return endLine() }
                guard count > 0 else { throw Failure(cannot: "read", path) }
                add(UnsafeBufferPointer(rebasing: room[..<count]))
                try Interrupted.check()
            }
        }
    }

    private mutating func add(_ piece: UnsafeBufferPointer<UInt8>) {
        octets += piece.count
        var sum = checksum
        for octet in piece { sum = (sum ^ UInt64(octet)) &* 0x100_0000_01B3 }
        checksum = sum
        guard reach > 0, let base = piece.baseAddress else { return }
        var index = 0
        while index < piece.count {
            let wanted = min(reach - head.count, piece.count - index)
            var end = piece.count
            if let feed = memchr(base + index, 0x0A, piece.count - index) {
                end = UnsafeRawPointer(feed) - UnsafeRawPointer(base)
            }
            head.append(contentsOf: piece[index..<min(index + wanted, end)])
            if end < piece.count { endLine() }
            index = end + 1
        }
    }

    /// Counts the line at hand, and begins another.
    private mutating func endLine() {
        defer { head.removeAll(keepingCapacity: true) }
        // Most lines of a calendar go on where the one before ended.
        if head.isEmpty || head[0] == UInt8(ascii: " ") { return }
        if let section {
            if head.starts(with: section.begin) { isInside = true }
            if head.starts(with: section.end) { isInside = false }
        }
        guard isInside else { return }
        for (index, word) in words.enumerated() where head.starts(with: word) { counts[index] += 1 }
    }
}
