/// Several files that hold one exchange together.
///
/// An offset tells which file it lies in and how far: records, remarks and rules go on knowing one number.
public struct InputPackage {
    /// One of the files.
    public struct File {
        /// Its name in the package, as a person would say it: `events.csv`.
        public let name: String
        /// What it holds.
        public let input: ByteInput

        /// A file of a package.
        public init(_ name: String, _ input: ByteInput) {
            self.name = name
            self.input = input
        }
    }

    /// In the order that numbers them.
    public let files: [File]

    /// Files in an order.
    public init(_ files: [File]) { self.files = files }

    /// How many bits of an offset tell how far into its file it lies. Whoever keeps many offsets keeps forty bits of each.
    private static let bits = 36
    /// The most octets that one file may have: 64 gibioctets.
    public static let fileLimit = 1 << bits

    /// The offset in the package of an octet of the file of that number.
    public static func offset(_ offset: Int, inFile number: Int) -> Int { number << bits | offset }

    /// The number of the file in which an offset lies, and how far into the file it is.
    public static func place(of offset: Int) -> (file: Int, offset: Int) {
        (offset >> bits, offset & (1 << bits - 1))
    }
}
