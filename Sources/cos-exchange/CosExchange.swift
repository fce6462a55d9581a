import Glibc

@main
struct CosExchange {
    static func main() {
        Descriptor.holdStandardOnes()
        // A file that grows too large for its limit is then an answer of `write`, and not the end of the process.
        signal(SIGXFSZ, SIG_IGN)
        exit(Tool.run(Array(CommandLine.arguments.dropFirst())).rawValue)
    }
}
