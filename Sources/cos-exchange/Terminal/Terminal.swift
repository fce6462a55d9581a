import Glibc

/// What is known of the terminal behind a stream, if there is one.
enum Terminal {
    /// How wide help is set: as `COLUMNS` says, or as wide as the terminal is, or 80.
    static func width(of descriptor: Int32 = 1, _ environment: Environment = .process) -> Int {
        if let columns = environment["COLUMNS"].flatMap({ Int($0) }), columns > 0 { return max(columns, 40) }
        var size = winsize()
        guard isatty(descriptor) == 1, ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
            return 80
        }
        return max(Int(size.ws_col), 40)
    }

    static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }
}
