import ExchangeSyntax
import Glibc

/// A line on standard error that says how far the reading has come, for whoever waits longer than a second.
final class Progress {
    private let name: String
    /// How many octets will be read in all, if that is known.
    private let total: Int?
    private let began: Int
    private let write: (String) -> Void
    private let clock: () -> Int
    private var octets = 0
    private var printed = 0
    private(set) var isShown = false

    /// Nothing at all where nobody is looking, or where somebody asked for silence.
    convenience init?(_ name: String, total: Int?, isQuiet: Bool, _ environment: Environment = .process) {
        let wanted = !isQuiet && !environment.has("CI") && !environment.isDumb
        guard wanted, Terminal.isTerminal(2) else { return nil }
        self.init(name, total: total, clock: Self.milliseconds) { text in
            try? Descriptor.standardError.write(text)
        }
    }

    /// `clock` answers in milliseconds.
    init(_ name: String, total: Int?, clock: @escaping () -> Int, write: @escaping (String) -> Void) {
        self.name = name
        self.total = total
        self.write = write
        self.clock = clock
        began = clock()
    }

    deinit { clear() }

    /// The source itself, which says what it reads as it goes.
    func watching(_ source: @escaping ByteSource) -> ByteSource {
        { [self] room in
            let octets = try source(room)
            advance(by: octets)
            return octets
        }
    }

    func advance(by octets: Int) {
        self.octets += octets
        let now = clock()
        guard now - began >= 1_000, now - printed >= 100 else { return }
        printed = now
        isShown = true
        let share = total.flatMap { $0 > 0 ? " \(min(100, self.octets * 100 / $0)) %" : nil } ?? ""
        write("\r\u{1B}[K\(Escaped.text(name)): \(self.octets >> 20) MiB\(share)")
    }

    /// Takes the line away, so that something else may be printed in its place.
    func clear() {
        if isShown { write("\r\u{1B}[K") }
        isShown = false
    }

    private static func milliseconds() -> Int {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec * 1_000 + time.tv_nsec / 1_000_000
    }
}
