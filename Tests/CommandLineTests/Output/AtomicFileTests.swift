import ExchangeBytes
import Foundation
import Testing

@testable import cos_exchange

@Suite("A file that is replaced as a whole")
struct AtomicFileTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func write(_ text: String, to name: String, mode: mode_t = 0o666) throws {
        let output = try Output(folder.file(name), mode: mode)
        try output.write(text)
        try output.commit()
    }

    private func status(_ name: String) throws -> stat {
        var status = stat()
        try #require(lstat(folder.file(name), &status) == 0)
        return status
    }

    private func failure(_ body: () throws -> Void) -> Failure? {
        do { try body() } catch { return error as? Failure }
        return nil
    }

    @Test("comes into being with the mode that the mask leaves")
    func isMade() throws {
        let mask = umask(0o027)
        defer { umask(mask) }
        try write("new", to: "a")
        try write("private", to: "b", mode: 0o600)
        let modes = try [status("a"), status("b")].map { $0.st_mode & 0o7777 }
        #expect(modes == [0o640, 0o600])
        #expect(try folder.read("a") == "new")
        #expect(try folder.names() == ["a", "b"])
    }

    @Test("keeps its mode", arguments: [0o600, 0o644, 0o666, 0o755, 0o640] as [mode_t])
    func keepsMode(_ mode: mode_t) throws {
        try folder.write("old", to: "a")
        chmod(folder.file("a"), mode)
        try write("new", to: "a")
        let status = try status("a")
        #expect(status.st_mode & 0o7777 == mode)
        #expect(try folder.read("a") == "new")
    }

    @Test("keeps its owner when the superuser replaces it")
    func keepsOwner() throws {
        guard geteuid() == 0 else { return skip("an owner that is kept", because: "this is not the superuser") }
        try folder.write("old", to: "a")
        chown(folder.file("a"), 65_534, 65_534)
        try write("new", to: "a")
        let status = try status("a")
        #expect(status.st_uid == 65_534)
        #expect(status.st_gid == 65_534)
    }

    @Test("is not there before the end, and the old one is until then")
    func isAllOrNothing() throws {
        try folder.write("old", to: "a")
        for name in ["a", "b"] {
            let output = try Output(folder.file(name))
            try output.write(String(repeating: "x", count: 200_000))
            #expect(try folder.read("a") == "old")
            #expect(try folder.names().contains("b") == false)
        }
        #expect(try folder.names() == ["a"])
        #expect(try folder.read("a") == "old")
    }

    @Test(
        "keeps its date and its place on the disk when nothing changes",
        arguments: ["", "old", String(repeating: "o", count: 300_000)])
    func keepsDate(_ content: String) throws {
        try folder.write(content, to: "a")
        var times = [timeval(tv_sec: 1_000_000, tv_usec: 0), timeval(tv_sec: 1_000_000, tv_usec: 0)]
        utimes(folder.file("a"), &times)
        let before = try status("a")
        try write(content, to: "a")
        let after = try status("a")
        #expect(after.st_ino == before.st_ino)
        #expect(after.st_mtim.tv_sec == 1_000_000)
        #expect(try folder.names() == ["a"])
    }

    @Test("is replaced where only its last octet changes")
    func noticesTheLastOctet() throws {
        try folder.write(String(repeating: "o", count: 300_000), to: "a")
        let changed = String(repeating: "o", count: 299_999) + "p"
        try write(changed, to: "a")
        #expect(try folder.read("a") == changed)
    }

    @Test("follows a link within the folder, and leaves the link where it is")
    func followsLinks() throws {
        try folder.write("old", to: "a")
        symlink("a", folder.file("link"))
        symlink("link", folder.file("chain"))
        try write("new", to: "chain")
        #expect(try folder.read("a") == "new")
        let kind = try status("chain").st_mode & S_IFMT
        #expect(kind == S_IFLNK)
        #expect(try folder.names() == ["a", "chain", "link"])
    }

    @Test("does not follow a link out of the folder, nor one that leads nowhere")
    func refusesLinks() throws {
        let other = try TemporaryFolder()
        try other.write("theirs", to: "a")
        symlink(other.file("a"), folder.file("out"))
        symlink("nothing", folder.file("nowhere"))
        let out = failure { try write("ours", to: "out") }
        let nowhere = failure { try write("ours", to: "nowhere") }
        #expect(out?.code == .cannotCreate)
        #expect(out?.message.hasSuffix("is a link into another folder, and is not written over") == true)
        #expect(nowhere?.code == .cannotCreate)
        #expect(nowhere?.message.hasSuffix("is a link that leads nowhere, and is not written over") == true)
        #expect(try other.read("a") == "theirs")
        #expect(try other.names() == ["a"])
        #expect(try folder.names() == ["nowhere", "out"])
    }

    @Test("does not take the place of a folder or a socket")
    func refusesFoldersAndSockets() throws {
        try FileManager.default.createDirectory(atPath: folder.file("folder"), withIntermediateDirectories: false)
        try makeSocket(at: folder.file("s"))
        for (name, reason) in [("folder", "is a folder"), ("s", "is a socket")] {
            let refused = failure { try write("x", to: name) }
            #expect(refused?.code == .cannotCreate)
            #expect(refused?.message.contains(reason) == true)
        }
        #expect(try folder.names() == ["folder", "s"])
    }

    private func makeSocket(at path: String) throws {
        let number = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(number) }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let octets = Array(path.utf8)
        try #require(octets.count < 108)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: octets) }
        let answer = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(number, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        try #require(answer == 0)
    }

    @Test("says that a folder is not there, and what to do")
    func namesMissingFolder() throws {
        let refused = failure { try write("x", to: "none/a") }
        #expect(refused?.code == .cannotCreate)
        #expect(refused?.message.hasSuffix("No such file or directory") == true)
        #expect(refused?.help.count == 1)
    }

    @Test("does not take the place of a file that may not be written, nor come into a folder that may not")
    func respectsPermissions() throws {
        guard geteuid() != 0 else { return skip("files that may not be written", because: "the superuser may") }
        try folder.write("old", to: "a")
        chmod(folder.file("a"), 0o444)
        let refused = failure { try write("new", to: "a") }
        #expect(refused?.code == .cannotCreate)
        chmod(folder.path, 0o555)
        let barred = failure { try write("new", to: "b") }
        #expect(barred?.code == .cannotCreate)
        chmod(folder.path, 0o755)
        #expect(try folder.names() == ["a"])
    }

    @Test("has what a run that was killed left behind swept away, and nothing else")
    func sweeps() throws {
        let gone = try processThatEnded()
        let mine = ".other.json.\(getpid())-7.cos-exchange-tmp"
        let stale = ".a.\(gone)-0.cos-exchange-tmp"
        let old = ".a.\(getpid())-9.cos-exchange-tmp"
        let locked = ".b.\(gone)-1.cos-exchange-tmp"
        let foreign = ".a.\(gone)-0.other-tmp"
        for name in [mine, stale, old, locked, foreign] { try folder.write("x", to: name) }
        var times = [timeval(tv_sec: 1_000_000, tv_usec: 0), timeval(tv_sec: 1_000_000, tv_usec: 0)]
        utimes(folder.file(old), &times)
        let holder = open(folder.file(locked), O_RDONLY)
        defer { close(holder) }
        try #require(flock(holder, LOCK_EX) == 0)
        try write("new", to: "a")
        let names = try folder.names()
        #expect(names == [mine, locked, foreign, "a"].sorted())
    }

    private func processThatEnded() throws -> pid_t {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/true")
        try process.run()
        process.waitUntilExit()
        return process.processIdentifier
    }

    @Test("takes the longest name that a file may have")
    func takesLongNames() throws {
        let name = String(repeating: "é", count: 127)
        try write("x", to: name)
        #expect(try folder.names() == [name])
    }
}
