/// Runs a command and tells its peak of memory, where `ChildProcess` can only give a bound.
///
/// The system tells of a process at least the peak of the one that it grew out of, and this one is not small. So a small
/// program in C stands between them: what grows out of it inherits next to nothing.
struct Launcher {
    private let program: String
    private let folder: TemporaryFolder

    /// Nil if it cannot be built.
    init?(_ folder: TemporaryFolder) {
        self.folder = folder
        program = folder.file("launcher")
        guard let compiler = Program.find("gcc"), (try? TextFile.write(Self.text, to: folder.file("launcher.c"))) != nil
        else { return nil }
        let command = Command(compiler, ["-O1", folder.file("launcher.c"), "-o", program])
        guard (try? ChildProcess.run(command, output: "/dev/null", errors: folder.file("errors"))) != nil else {
            return nil
        }
    }

    /// Runs a command to its end, its output going nowhere.
    func run(_ command: Command) throws -> Usage {
        let output = folder.file("output")
        let usage = try ChildProcess.run(
            Command(program, [command.path] + command.arguments), output: output, errors: folder.file("errors"))
        let told = Told(TextFile.beginning(of: output).split(separator: "\n").map(String.init))
        guard let peak = told["peak"] else { throw Failure("the launcher does not tell a peak") }
        return Usage(
            wall: usage.wall, processor: usage.processor, peak: Peak(octets: Int(peak) << 10, isBound: false))
    }

    private static let text = #"""
        #include <fcntl.h>
        #include <stdio.h>
        #include <sys/resource.h>
        #include <sys/wait.h>
        #include <unistd.h>

        int main(int count, char **arguments)
        {
            if (count < 2) return 64;
            pid_t process = fork();
            if (process == 0) {
                int nowhere = open("/dev/null", O_WRONLY);
                if (nowhere < 0 || dup2(nowhere, 1) < 0) _exit(126);
                execv(arguments[1], arguments + 1);
                _exit(127);
            }
            int status;
            struct rusage usage;
            if (process < 0 || wait4(process, &status, 0, &usage) < 0) return 71;
            printf("peak %ld\n", usage.ru_maxrss);
            return WIFEXITED(status) ? WEXITSTATUS(status) : 70;
        }

        """#
}
