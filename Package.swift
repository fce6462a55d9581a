// swift-tools-version: 6.2
import PackageDescription

// Floors, from the ground up: a target may import only targets listed above it, and only those it declares.
let package = Package(
    name: "cos-exchange",
    products: [
        .library(name: "CosExchange", targets: ["CosExchange"]),
        .executable(name: "cos-exchange", targets: ["cos-exchange"]),
    ],
    targets: [
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev", "pkg-config"])]),
        .target(name: "ExchangeBytes"),
        .target(name: "ExchangeDiagnostics"),
        .target(name: "ExchangeSyntax", dependencies: ["ExchangeBytes", "ExchangeDiagnostics", "CLibXML2"]),
        .target(name: "ExchangeModel", dependencies: ["ExchangeBytes", "ExchangeDiagnostics"]),
        .target(
            name: "ExchangeFormats",
            dependencies: ["ExchangeBytes", "ExchangeDiagnostics", "ExchangeSyntax", "ExchangeModel"]),
        .target(name: "ExchangeRules", dependencies: ["ExchangeBytes", "ExchangeDiagnostics", "ExchangeModel"]),
        .target(
            name: "CosExchange",
            dependencies: [
                "ExchangeBytes", "ExchangeDiagnostics", "ExchangeSyntax", "ExchangeModel", "ExchangeFormats",
                "ExchangeRules",
            ]),
        .executableTarget(
            name: "cos-exchange",
            dependencies: [
                "ExchangeBytes", "ExchangeDiagnostics", "ExchangeSyntax", "ExchangeModel", "ExchangeFormats",
                "ExchangeRules",
            ]),
        .executableTarget(
            name: "foundation-peer",
            dependencies: ["ExchangeBytes", "ExchangeDiagnostics", "ExchangeModel", "ExchangeFormats"]),
        // The last two are nothing that it imports: they are programs that it runs, and have to be there.
        .executableTarget(
            name: "exchange-benchmark",
            dependencies: [
                "ExchangeBytes", "ExchangeDiagnostics", "ExchangeSyntax", "ExchangeModel", "ExchangeFormats",
                "cos-exchange", "foundation-peer",
            ], exclude: ["instructions.txt"]),
        // What the fuzzer feeds, and what the tests feed with what it found: see Tests/Fuzzing/run.
        .target(
            name: "ExchangeFuzzing",
            dependencies: [
                "CLibXML2", "ExchangeBytes", "ExchangeDiagnostics", "ExchangeSyntax", "ExchangeModel",
                "ExchangeFormats",
            ]),
        .testTarget(name: "ExchangeBytesTests", dependencies: ["ExchangeBytes"]),
        .testTarget(
            name: "ExchangeSyntaxTests",
            dependencies: ["ExchangeBytes", "ExchangeDiagnostics", "ExchangeSyntax", "CLibXML2"]),
        .testTarget(
            name: "ExchangeModelTests", dependencies: ["ExchangeBytes", "ExchangeDiagnostics", "ExchangeModel"]),
        .testTarget(
            name: "ExchangeFormatsTests",
            dependencies: [
                "ExchangeBytes", "ExchangeDiagnostics", "ExchangeSyntax", "ExchangeModel", "ExchangeFormats",
                "ExchangeRules",
            ]),
        .testTarget(
            name: "ExchangeRulesTests",
            dependencies: [
                "ExchangeBytes", "ExchangeDiagnostics", "ExchangeSyntax", "ExchangeModel", "ExchangeFormats",
                "ExchangeRules",
            ]),
        .testTarget(name: "CosExchangeTests", dependencies: ["CosExchange"]),
        .testTarget(
            name: "CommandLineTests",
            dependencies: [
                "ExchangeBytes", "ExchangeDiagnostics", "ExchangeModel", "ExchangeFormats", "cos-exchange",
            ]),
        .testTarget(name: "ExchangeFuzzingTests", dependencies: ["ExchangeFuzzing"]),
        .testTarget(name: "HouseTests", dependencies: ["ExchangeDiagnostics", "ExchangeModel", "ExchangeFormats"]),
    ],
    swiftLanguageModes: [.v6]
)
