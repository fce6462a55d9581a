import Glibc

@main
struct CosExchange {
    static func main() { exit(ConvertCommand(CommandLine.arguments)?.run() ?? 64) }
}
