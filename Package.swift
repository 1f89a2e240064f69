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
        .systemLibrary(name: "CLinux"),
        .systemLibrary(name: "CSQLite"),
        .systemLibrary(name: "CStemmer"),
        .systemLibrary(name: "CZlib"),

        target("Threading", ["CLinux"]),
        target("HTTP1", [httpTypes]),
        target("HTTPServer", ["HTTP1", "CLinux", "Threading", httpTypes, logging]),
        target("SQLite", ["CSQLite", "Threading"]),
        target("Secrets", ["CCrypto"]),
        target("HTML", []),
        target("Recruitment", []),
        target("Search", ["Recruitment", "CStemmer", "Threading"]),
        target("Web", ["HTTP1", "HTML", "Secrets", "Threading", "CBrotli", "CLinux", "CZlib", httpTypes]),
        target("Storage", ["SQLite", "Recruitment", "Search", "Threading"]),
        target("Site", ["Web", "HTML", "HTTP1", "Storage", "Recruitment", "Search", httpTypes, logging]),
        executable("Fuzz", ["HTTP1", "Web", "Threading", argumentParser]),
        executable(
            "httpprobe",
            ["HTTP1", "HTTPServer", "Secrets", "Threading", "Web", httpTypes, logging, argumentParser]),
        executable(
            "emploi",
            [
                "Site", "Web", "HTTP1", "HTTPServer", "Storage", "SQLite", "Recruitment", "Search", logging,
                argumentParser,
            ]),

        tests("HTTP1", ["HTTP1", httpTypes]),
        tests("HTTPServer", ["HTTPServer", "HTTP1", "Threading", httpTypes, logging], exclude: ["Fixtures"]),
        tests("HTML", ["HTML"]),
        tests("Recruitment", ["Recruitment"]),
        tests("Secrets", ["Secrets"]),
        tests("Web", ["Web", "HTTP1", "Secrets", httpTypes]),
    ]
)
