import ExchangeSyntax
import Glibc

/// An input that can be read from any offset, as often as wanted, whatever it comes from.
///
/// A regular file is read where it lies, also when it is standard input. What can be read only once, a pipe, is kept as it
/// is read: see `Spool`.
final class Input {
    /// As the user named it; `-` for standard input.
    let name: String
    /// How many octets it has, where that is known beforehand.
    let size: Int?
    /// Which table of a package it is; empty for any other input.
    private(set) var table = ""
    /// Files beside the tables of a package that look like tables, and are none that is known.
    private(set) var others: [String] = []
    private let backing: Backing
    private let limit: Int

    private enum Backing {
        /// A regular file, from an offset on, and its state when it was opened.
        case file(Descriptor, origin: Int, stat)
        case spool(Spool)
        case memory([UInt8])
        /// The tables of a package. An offset says in which of them it lies, and how far (see `InputPackage`).
        case package([Input])
    }

    /// Opens it; nothing is read yet. `limit` is the largest number of octets that will be read.
    init(_ choice: InputChoice, limit: Int? = nil) throws {
        self.limit = limit ?? .max
        let descriptor: Descriptor
        switch choice {
        case .sample:
            name = "sample.json"
            size = Sample.octets.count
            backing = .memory(Sample.octets)
            return
        case .standardInput:
            name = "-"
            descriptor = .standardInput
        case .file(let named):
            // A package goes by the name of its descriptor too.
            let place = FilePlace.split(named)
            let path = place.name == PackageFolder.descriptor ? place.folder : named
            name = path
            let quoted = "'\(Escaped.text(path))'"
            let number = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
            guard number >= 0 else { throw Failure(.noInput, cannot: "read", quoted, number: errno) }
            descriptor = Descriptor(number: number, name: quoted)
        }
        let status = try descriptor.status()
        if status.kind == S_IFDIR {
            let (tables, others) = try PackageFolder(descriptor, at: name).tables(limit: limit)
            self.others = others
            size = tables.reduce(0) { $0 + ($1.size ?? 0) }
            backing = .package(tables)
            return
        }
        // A file that says it is empty may be one of `/proc`, which has something to read all the same.
        guard status.kind == S_IFREG, status.st_size > 0 else {
            size = nil
            backing = .spool(Spool(descriptor))
            return
        }
        let origin = max(0, Int(lseek(descriptor.number, 0, SEEK_CUR)))
        size = max(0, Int(status.st_size) - origin)
        backing = .file(descriptor, origin: origin, status)
        if let size, size > self.limit { throw tooLarge }
    }

    /// A table of a package, which is open already.
    init(table name: String, _ descriptor: Descriptor, at path: String, limit: Int?) throws(Failure) {
        table = name
        self.limit = min(limit ?? .max, InputPackage.fileLimit)
        self.name = path
        let status = try descriptor.status()
        guard status.kind == S_IFREG else {
            close(descriptor.number)
            throw Failure(.noInput, "'\(Escaped.text(path))' is no file")
        }
        size = Int(status.st_size)
        backing = .file(descriptor, origin: 0, status)
        if let size, size > self.limit { throw tooLarge }
    }

    /// The tables of a package; nil for one file.
    var tables: [Input]? {
        if case .package(let tables) = backing { tables } else { nil }
    }

    /// The file in which an offset lies, and how far into it.
    func place(of offset: Int) -> (file: Input, offset: Int) {
        guard let tables else { return (self, offset) }
        let place = InputPackage.place(of: offset)
        guard place.file < tables.count else { return (self, place.offset) }
        return (tables[place.file], place.offset)
    }

    deinit {
        if case .file(let descriptor, _, _) = backing, descriptor.number > 2 { close(descriptor.number) }
    }

    /// The octets from an offset on.
    func source(from offset: Int = 0) -> ByteSource {
        var offset = offset
        return { [self] room in
            let octets = try read(at: offset, into: room)
            offset += octets
            if offset > limit { throw tooLarge }
            return octets
        }
    }

    /// Up to `count` octets from an offset on, of what has been read already or can be read again.
    func octets(at offset: Int, count: Int) throws -> [UInt8] {
        var failure: Failure?
        let octets = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            do {
                while filled < count {
                    let room = UnsafeMutableRawBufferPointer(UnsafeMutableBufferPointer(rebasing: buffer[filled...]))
                    let octets = try read(at: offset + filled, into: room)
                    if octets == 0 { break }
                    filled += octets
                }
            } catch let error as Failure { failure = error } catch {}
        }
        if let failure { throw failure }
        return octets
    }

    /// The first octets, by which a format may be known; never none.
    func head() throws -> [UInt8] {
        let head = try octets(at: 0, count: ContentSniff.length)
        guard !head.isEmpty else {
            let help = name == "-" ? ["name a file, or pipe something in; '--sample' uses a built-in exchange"] : []
            throw Failure(
                .dataError, "\(name == "-" ? "standard input" : "'\(Escaped.text(name))'") is empty", help: help)
        }
        return head
    }

    /// Whether a path leads to the very file that is read.
    func isFile(at path: String?) -> Bool {
        if let tables { return tables.contains { $0.isFile(at: path) } }
        guard let path, case .file(_, _, let own) = backing else { return false }
        var other = stat()
        return stat(path, &other) == 0 && other.st_dev == own.st_dev && other.st_ino == own.st_ino
    }

    /// Makes sure that what was read more than once was the same each time.
    func checkUnchanged() throws(Failure) {
        for table in tables ?? [] { try table.checkUnchanged() }
        guard case .file(let descriptor, _, let before) = backing else { return }
        let now = try descriptor.status()
        let isSame =
            now.st_size == before.st_size && now.st_mtim.tv_sec == before.st_mtim.tv_sec
            && now.st_mtim.tv_nsec == before.st_mtim.tv_nsec
        if !isSame { throw Failure(.dataError, "\(descriptor.name) was changed while it was being read") }
    }

    private func read(at offset: Int, into room: UnsafeMutableRawBufferPointer) throws(Failure) -> Int {
        switch backing {
        case .file(let descriptor, let origin, _): return try descriptor.read(at: origin + offset, into: room)
        case .spool(let spool): return try spool.read(at: offset, into: room)
        case .package:
            let place = place(of: offset)
            return place.file === self ? 0 : try place.file.read(at: place.offset, into: room)
        case .memory(let octets):
            let count = min(room.count, max(0, octets.count - offset))
            guard count > 0 else { return 0 }
            octets.withUnsafeBytes {
                room.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[offset..<offset + count]))
            }
            return count
        }
    }

    private var tooLarge: Failure {
        Failure(.dataError, "'\(Escaped.text(name))' is larger than the \(limit) octets of '--max-bytes'")
    }
}
