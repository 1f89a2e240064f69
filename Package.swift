// swift-tools-version: 6.2
import PackageDescription

// Which target may import which: docs/architecture.md. Every dependency is justified in README.md.

let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
]

// Facets and matches are counted by population count, an instruction of every x86-64 processor since 2008: without the
// flag the compiler makes a dozen instructions of it (docs/decisions/0410-counting.md).
#if arch(x86_64)
    let counting: [SwiftSetting] = [.unsafeFlags(["-Xcc", "-mpopcnt"])]
#else
    let counting: [SwiftSetting] = []
#endif

let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

func target(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

func executable(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .executableTarget(name: name, dependencies: dependencies, swiftSettings: settings)
}

func tests(
    _ name: String, _ dependencies: [Target.Dependency], exclude: [String] = [], resources: [Resource] = []
) -> Target {
    .testTarget(
        name: name + "Tests", dependencies: dependencies, exclude: exclude, resources: resources,
        swiftSettings: settings)
}

let package = Package(
    name: "emploi-allier",
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0", traits: []),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    ],
    targets: [
        // Outside things: a modulemap and a header each.
        .systemLibrary(name: "CBrotli"),
        .systemLibrary(name: "CCrypto"),
        .systemLibrary(name: "CCurl"),
        .systemLibrary(name: "CExpat"),
        .systemLibrary(name: "CLinux"),
        .systemLibrary(name: "CQREncode"),
        .systemLibrary(name: "CSQLite"),
        .systemLibrary(name: "CStemmer"),
        .systemLibrary(name: "CZlib"),

        target("Threading", ["CLinux"]),
        target("HTTP1", [httpTypes]),
        target("HTTPServer", ["HTTP1", "CLinux", "Threading", httpTypes, logging]),
        target("Files", []),
        target("SQLite", ["CSQLite", "Files", "Threading"]),
        target("Secrets", ["CCrypto"]),
        target("HTML", []),
        target("QRCode", ["CQREncode"]),
        target("Recruitment", []),
        target("MarkupText", []),
        target("Curl", ["CCurl"]),
        target("XML", ["CExpat"]),
        target("Feeds", ["MarkupText", "Recruitment", "XML"]),
        target("Duplicates", ["MarkupText", "Recruitment"]),
        target("Partners", ["Curl", "Feeds", "Interchange", "Recruitment", "Secrets"]),
        .target(
            name: "Search", dependencies: ["Recruitment", "CStemmer", "Threading"], swiftSettings: settings + counting),
        target("OpenID", ["Curl", "Secrets", "Threading", "Web"]),
        target("Interchange", ["MarkupText", "Recruitment"]),
        target("Web", ["HTTP1", "HTML", "Secrets", "Threading", "CBrotli", "CLinux", "CZlib", httpTypes]),
        target(
            "Storage", ["SQLite", "Duplicates", "Feeds", "Files", "Interchange", "Recruitment", "Search", "Threading"]),
        target(
            "Site",
            [
                "Web", "Duplicates", "HTML", "HTTP1", "Interchange", "OpenID", "QRCode", "Secrets", "Storage",
                "Recruitment", "Search", "Feeds", "Threading", httpTypes, logging,
            ]),
        target(
            "Background",
            [
                "Curl", "Feeds", "Interchange", "Partners", "Recruitment", "Secrets", "Storage", "Threading", "Web",
                logging,
            ]),
        target("SearchFixtures", ["Recruitment", "Search"]),
        executable("SearchBench", ["Recruitment", "Search", "SearchFixtures"]),
        executable("Fuzz", ["HTTP1", "Web", "Threading", argumentParser]),
        executable(
            "httpprobe",
            ["HTTP1", "HTTPServer", "Secrets", "Threading", "Web", httpTypes, logging, argumentParser]),
        executable(
            "emploi",
            [
                "Site", "Web", "HTML", "HTTP1", "HTTPServer", "Storage", "Interchange", "Recruitment", "Search",
                "Background", "Curl", "Feeds", "Files", "OpenID", "Partners", "Secrets", "Threading", logging,
                argumentParser,
            ]),

        // What several test targets share; servers on the loopback that the tests play.
        .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: settings),
        .target(name: "LocalServer", path: "Tests/LocalServer", swiftSettings: settings),
        .target(
            name: "OpenIDStandIn", dependencies: ["CCrypto", "LocalServer", "Secrets", "Web"],
            path: "Tests/OpenIDStandIn", swiftSettings: settings),
        tests("HTTP1", ["HTTP1", httpTypes]),
        tests("HTTPServer", ["HTTPServer", "HTTP1", "Threading", httpTypes, logging], exclude: ["Fixtures"]),
        tests("HTML", ["HTML"]),
        tests("Search", ["Search", "Recruitment", "SearchFixtures"]),
        tests("Secrets", ["Secrets"]),
        tests("Web", ["Web", "HTTP1", "Secrets", httpTypes]),
        tests("SQLite", ["SQLite", "TestSupport"]),
        tests("Interchange", ["Interchange", "Recruitment"], resources: [.copy("Fixtures")]),
        tests(
            "Site",
            [
                "Site", "Curl", "Feeds", "HTTP1", "Interchange", "OpenID", "OpenIDStandIn", "Recruitment", "Search",
                "Secrets",
                "Storage", "Web", httpTypes, logging,
            ]),
        tests("Storage", ["Storage", "SQLite", "Interchange", "Recruitment", "Search", "TestSupport"]),
        tests(
            "Background",
            [
                "Background", "Curl", "Feeds", "Interchange", "LocalServer", "Partners", "Recruitment", "Storage",
                logging,
            ]),
        tests("OpenID", ["OpenID", "OpenIDStandIn", "Curl", "Secrets", "Web"]),
        tests("QRCode", ["QRCode"]),
        tests("Recruitment", ["Recruitment"], resources: [.copy("Fixtures")]),
        tests("MarkupText", ["MarkupText"]),
        tests("XML", ["XML"]),
        tests("Feeds", ["Feeds", "MarkupText", "Recruitment", "XML"], resources: [.copy("Fixtures")]),
        tests("Duplicates", ["Duplicates", "Interchange", "MarkupText", "Recruitment"]),
        tests("Partners", ["Partners", "Curl", "Interchange", "Recruitment", "LocalServer"]),
        tests("Curl", ["Curl", "LocalServer"], resources: [.copy("Fixtures")]),
    ]
)
