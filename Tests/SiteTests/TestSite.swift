import Foundation
import HTTP1
import HTTPTypes
import Interchange
import Logging
import Recruitment
import Search
import Secrets
import Site
import Storage
import Synchronization
import Web

/// A site on a fresh database with a few offers, at noon on 24 November 2026 until a test moves the clock.
final class TestSite: Sendable {
    let site: Site
    let board: Board
    let store: Store
    let keyring = Keyring(.random())
    private let time: MovingClock
    private let folder: URL

    private final class MovingClock: Sendable {
        let seconds = Atomic(TestSite.now.secondsSinceEpoch)
    }

    /// One for all tests that only read: making a site takes seconds in a debug build.
    static let shared = Result { try TestSite() }

    /// The same for tests that ask the API much.
    static let unlimited = Result { try TestSite(settings: { $0.anonymousRequestsPerMinute = 10_000 }) }

    typealias Clock = @Sendable () -> Instant

    static let today = ParisTime.day(at: now)
    static let now = Instant("2026-11-24T11:00:00Z")!

    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// A migrated database, made once and copied: loading the reference tables takes longer than most tests.
    private static let migrated = Result {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("emploi-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let store = try Store(path: folder.appendingPathComponent("emploi.sqlite").path, workers: 1)
        try store.prepare(migrations: root.appendingPathComponent("Migrations").path)
        let copy = folder.appendingPathComponent("copie.sqlite")
        try store.backup(to: copy.path)
        let octets = try Data(contentsOf: copy)
        try FileManager.default.removeItem(at: folder)
        return octets
    }

    /// A board without offers whose reference tables every site of the tests looks things up in.
    private static let bare = Result {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("emploi-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let database = folder.appendingPathComponent("emploi.sqlite")
        try migrated.get().write(to: database)
        let board = try Board(store: Store(path: database.path, workers: 1), clock: { now })
        try FileManager.default.removeItem(at: folder)
        return board
    }

    /// `lines` are offers in our interchange format.
    /// - Parameter given: what the site takes for the time, else a clock that tests move; the offers come in at `now`.
    init(
        _ lines: [String] = TestOffers.all, clock given: Clock? = nil,
        openID: OpenIDSignIn? = nil, preview: SourcePreview? = nil, settings: (inout SiteSettings) -> Void = { _ in }
    ) throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("emploi-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let database = folder.appendingPathComponent("emploi.sqlite")
        try Self.migrated.get().write(to: database)
        store = try Store(path: database.path, workers: 1)
        try Self.load(lines, into: store, folder)
        let time = MovingClock()
        self.time = time
        let clock: Clock = given ?? { Instant(secondsSinceEpoch: time.seconds.load(ordering: .relaxed)) }
        board = try Board(store: store, sharing: Self.bare.get(), clock: clock)
        var siteSettings = SiteSettings(baseURL: "https://emploi.example")
        settings(&siteSettings)
        site = try Site(
            board: board, settings: siteSettings,
            assets: try Assets(
                directory: Self.root.appendingPathComponent("Public").path, aliases: Site.aliases,
                requiring: Site.requiredAssets),
            keyring: keyring, logger: Logger(label: "test"), openID: openID, preview: preview, passwordCost: .cheap,
            clock: clock)
    }

    /// Brings in offers, new ones or changed ones, while the site runs.
    func load(_ lines: [String]) throws {
        try Self.load(lines, into: store, folder)
        try board.catchUp()
    }

    private static func load(_ lines: [String], into store: Store, _ folder: URL) throws {
        let file = folder.appendingPathComponent("offers.jsonl")
        try lines.joined(separator: "\n").write(to: file, atomically: true, encoding: .utf8)
        let report = try OfferImport(file: file.path, source: .fromEachRecord, format: .jsonLines)
            .run(into: store, at: now)
        guard report.accepted == lines.count else { throw Refused(count: report.rejected) }
    }

    var now: Instant { Instant(secondsSinceEpoch: time.seconds.load(ordering: .relaxed)) }

    func wait(seconds: Int64) { time.seconds.add(seconds, ordering: .relaxed) }

    struct Refused: Error {
        let count: Int
    }

    deinit {
        do { try FileManager.default.removeItem(at: folder) } catch { print("cannot remove \(folder): \(error)") }
    }

    func request(_ method: HTTPRequest.Method, _ target: String, _ fields: HTTPFields = [:]) -> Response {
        let parts = target.split(separator: "?", maxSplits: 1)
        return site.respond(
            to: Request(
                method: method,
                target: RequestTarget(path: String(parts[0]), query: parts.count > 1 ? String(parts[1]) : nil),
                authority: "emploi.example", fields: fields), worker: 0)
    }

    func get(_ target: String, _ fields: HTTPFields = [:]) -> Response { request(.get, target, fields) }
}

extension Response {
    var text: String {
        if case .bytes(let octets) = body { String(decoding: octets, as: UTF8.self) } else { "" }
    }

    /// The content, a streamed one read to its end.
    var wholeText: String {
        get throws {
            guard case .stream(let next) = body else { return text }
            var octets: [UInt8] = []
            while let piece = try next() { octets += piece }
            return String(decoding: octets, as: UTF8.self)
        }
    }

    var json: [String: Any] {
        get throws { try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any] ?? [:] }
    }
}
