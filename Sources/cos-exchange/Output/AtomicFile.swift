import ExchangeBytes
import Glibc

/// A file that is replaced as a whole: whoever looks sees the old content or the new, never a part.
///
/// What is written goes to a temporary file in the same folder, which takes the other's place when all of it is safe on
/// the disk. A file that would not change is left alone, with its date.
final class AtomicFile {
    /// As the user named it.
    let name: String
    private let place: FilePlace
    private let temporary: String
    let descriptor: Descriptor
    private let old: stat?
    private var isPending = true
    private var isPrepared = false
    private var isUnchanged = false

    /// Makes the temporary file, readable by its owner alone until it takes its place.
    ///
    /// `mode` is for a file that is not there yet, and is lowered by the process's mask; an old file's mode is kept.
    init(_ name: String, at place: FilePlace, mode: mode_t = 0o666) throws(Failure) {
        self.name = name
        self.place = place
        old = place.status
        if old != nil, access(place.path, W_OK) != 0 {
            throw Failure(.cannotCreate, cannot: "replace", "'\(Escaped.text(name))'", number: errno)
        }
        TemporaryName.sweep(place)
        var attempt = 0
        while true {
            let temporary = place.folder + TemporaryName(for: place.name, process: getpid(), counter: attempt).text
            PendingFiles.add(temporary)
            let flags = O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW
            let number = open(temporary, flags, old == nil ? mode : 0o600)
            if number >= 0 {
                // Says to a sweep by another process that somebody is still at work here.
                _ = flock(number, LOCK_EX | LOCK_NB)
                self.temporary = temporary
                descriptor = Descriptor(number: number, name: "'\(Escaped.text(name))'")
                return
            }
            let error = errno
            PendingFiles.remove(temporary)
            attempt += 1
            if error != EEXIST || attempt > 100 {
                throw Failure(.cannotCreate, cannot: "create", "'\(Escaped.text(name))'", number: error)
            }
        }
    }

    deinit { discard() }

    func write(_ bytes: Bytes) throws(Failure) { try descriptor.write(bytes) }

    /// Makes the new content safe on the disk, so that hardly anything is left that can fail.
    func prepare() throws(Failure) {
        isPrepared = true
        if let old {
            isUnchanged = try FileComparison.isEqual(descriptor, place.path, old)
            if isUnchanged { return }
            keepOwnerAndMode(of: old)
        }
        if fsync(descriptor.number) != 0, errno != EINVAL { throw failure("write", errno) }
    }

    /// Puts the new content in the old one's place.
    func commit() throws(Failure) {
        assert(isPending, "committed twice")
        defer { discard() }
        if !isPrepared { try prepare() }
        if isUnchanged { return }
        guard rename(temporary, place.path) == 0 else { throw failure("replace", errno) }
        isPending = false
        PendingFiles.remove(temporary)
        try descriptor.close()
        try place.synchronise()
    }

    private func discard() {
        guard isPending else { return }
        isPending = false
        unlink(temporary)
        PendingFiles.remove(temporary)
        close(descriptor.number)
    }

    private func keepOwnerAndMode(of old: stat) {
        var mode = old.st_mode & 0o7777
        // Only the superuser may give a file away; what it could do by its owner's right must then go.
        if (old.st_uid != geteuid() || old.st_gid != getegid()),
            fchown(descriptor.number, old.st_uid, old.st_gid) != 0
        {
            mode &= 0o777
        }
        fchmod(descriptor.number, mode)
    }

    private func failure(_ deed: String, _ number: Int32) -> Failure {
        Failure(.inputOutput, cannot: deed, descriptor.name, number: number)
    }
}
