import Glibc

/// A program with its arguments, to be run as a process of its own.
struct Command {
    /// Where the program lies.
    let path: String
    let arguments: [String]

    init(_ path: String, _ arguments: [String]) {
        self.path = path
        self.arguments = arguments
    }
}

/// What a process took from its start until its end.
struct Usage {
    /// Seconds on the clock.
    let wall: Double
    /// Seconds of all processors, in the program and in the system on its behalf.
    let processor: Double
    /// The most octets of memory that it held at a time.
    let peak: Peak
}

/// The most memory that a process held at a time, as the system tells whoever waits for it (`ru_maxrss`).
///
/// A process inherits the peak of the one that started it, so that smaller ones cannot be seen.
struct Peak: Comparable {
    let octets: Int
    /// Whether the process may have held less: this is what was inherited.
    let isBound: Bool

    static func < (left: Peak, right: Peak) -> Bool { left.octets < right.octets }

    /// That of this process, so far.
    static var own: Peak {
        var usage = rusage()
        getrusage(RUSAGE_SELF.rawValue, &usage)
        return Peak(octets: usage.ru_maxrss << 10, isBound: false)
    }
}

enum ChildProcess {
    /// Runs a command to its end, its standard output and error going to files. Fails unless it exits with a code that is
    /// accepted.
    static func run(
        _ command: Command, output: String, errors: String, accepting codes: Set<Int32> = [0]
    ) throws -> Usage {
        try Interrupted.check()
        // The files are there and empty before the clock starts: cutting off a large one takes its time.
        let (out, err) = (try open(fresh: output), try open(fresh: errors))
        defer {
            close(out)
            close(err)
        }
        let floor = Peak.own
        let began = now()
        let process = try spawn(command, output: out, errors: err)
        var status: Int32 = 0
        var usage = rusage()
        while wait4(process, &status, 0, &usage) < 0 {
            if errno != EINTR { throw Failure(cannot: "wait for", command.path) }
        }
        let wall = now() - began
        try Interrupted.check()
        guard status & 0x7F == 0, codes.contains(status >> 8 & 0xFF) else {
            let ending = status & 0x7F == 0 ? "exited with \(status >> 8 & 0xFF)" : "died of signal \(status & 0x7F)"
            throw Failure("\(command.path) \(ending): \(TextFile.beginning(of: errors))")
        }
        let octets = usage.ru_maxrss << 10
        return Usage(
            wall: wall, processor: seconds(usage.ru_utime) + seconds(usage.ru_stime),
            peak: Peak(octets: octets, isBound: octets <= floor.octets))
    }

    private static func spawn(_ command: Command, output: Int32, errors: Int32) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, output, 1)
        posix_spawn_file_actions_adddup2(&actions, errors, 2)

        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))

        var arguments = ([command.path] + command.arguments).map { strdup($0) } + [nil]
        var variables = environment.map { strdup($0) } + [nil]
        defer { for text in arguments + variables { free(text) } }
        var process: pid_t = 0
        let number = posix_spawn(&process, command.path, &actions, &attributes, &arguments, &variables)
        guard number == 0 else { throw Failure(cannot: "start", command.path, number: number) }
        return process
    }

    /// The same for every process, but for where programs and their libraries lie.
    private static var environment: [String] {
        let names = ["PATH", "HOME", "TMPDIR", "TZDIR", "LD_LIBRARY_PATH", "PYTHONPATH"]
        let kept = names.compactMap { (name: String) -> String? in
            getenv(name).map { "\(name)=\(String(cString: $0))" }
        }
        // Tables of hashes are then laid out alike in every run.
        return kept + ["LC_ALL=C.UTF-8", "TZ=UTC", "SWIFT_DETERMINISTIC_HASHING=1"]
    }

    private static func open(fresh path: String) throws -> Int32 {
        let descriptor = Glibc.open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw Failure(cannot: "write", path) }
        return descriptor
    }

    static func now() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    private static func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
}
