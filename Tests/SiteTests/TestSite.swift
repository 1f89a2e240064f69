import Foundation
import HTTP1
import HTTPTypes
import Interchange
import Logging
import Recruitment
import Secrets
import Storage
import Synchronization
import Testing
import Web

@testable import Site

/// The whole site on a migrated database of its own, without a socket, with a clock that tests move.
final class TestSite: Sendable {
    static let root = #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined()
    static let baseURL = "http://emploi.test"

    let folder = TemporaryFolder()
    let site: Site
    let store: Store
    private let time: Clock

    private final class Clock: Sendable {
        let seconds = Atomic(Instant("2026-11-24T12:00:00Z")!.secondsSinceEpoch)
    }

    /// For tests that leave the clock alone: building a board's index takes longer than most tests.
    static let shared = Result { try TestSite() }
    /// The same with the offers of ``TestOffers``, for tests that only read.
    static let withOffers = Result { try TestSite(offers: TestOffers.all) }

    private static let template = Result {
        let folder = TemporaryFolder()
        let store = try Store(path: folder.file("modèle.sqlite"), workers: 1)
        try store.prepare(migrations: root + "/Migrations")
        return (store: store, folder: folder)
    }

    /// `offers` are lines of our interchange format.
    init(offers: [String] = []) throws {
        // Made once and copied: loading the reference tables takes longer than most tests.
        try Self.template.get().store.backup(to: folder.file("a.sqlite"))
        store = try Store(path: folder.file("a.sqlite"), workers: 1)
        let time = Clock()
        self.time = time
        let clock: @Sendable () -> Instant = {
            Instant(secondsSinceEpoch: time.seconds.load(ordering: .relaxed))
        }
        try Self.add(offers, to: store, at: clock(), from: folder)
        site = try Site(
            board: try Board(store: store, clock: clock), settings: SiteSettings(baseURL: Self.baseURL),
            assets: try Assets(
                directory: Self.root + "/Public", aliases: Site.aliases, requiring: Site.requiredAssets),
            logger: Logger(label: "essai") { _ in SwiftLogNoOpLogHandler() }, passwordCost: .cheap, clock: clock)
    }

    private static func add(_ offers: [String], to store: Store, at now: Instant, from folder: TemporaryFolder) throws {
        guard !offers.isEmpty else { return }
        let file = folder.file("offers.jsonl")
        try offers.joined(separator: "\n").write(toFile: file, atomically: true, encoding: .utf8)
        let report = try OfferImport(file: file, source: .fromEachRecord, format: .jsonLines).run(into: store, at: now)
        try #require(report.accepted == offers.count)
    }

    func request(_ method: HTTPRequest.Method, _ target: String, _ fields: HTTPFields = [:]) -> Response {
        let parts = target.split(separator: "?", maxSplits: 1).map(String.init)
        return site.respond(
            to: Request(
                method: method, target: RequestTarget(path: parts[0], query: parts.count > 1 ? parts[1] : nil),
                authority: "emploi.test", fields: fields), worker: 0)
    }

    func get(_ target: String, _ fields: HTTPFields = [:]) -> Response { request(.get, target, fields) }

    var now: Instant { Instant(secondsSinceEpoch: time.seconds.load(ordering: .relaxed)) }

    func wait(seconds: Int64) { time.seconds.add(seconds, ordering: .relaxed) }

    func read<Result: Sendable>(
        _ body: @Sendable (Stores) throws(StorageError) -> Result
    ) throws -> Result {
        try store.read(worker: nil, body)
    }

    /// The newest mail that waits for this address.
    func mail(to address: String) throws -> OutgoingMail? {
        let now = now
        return try store.writing { writing throws(StorageError) in
            var found: OutgoingMail?
            while let queued = try writing.stores.outbox.next(at: now) {
                if queued.mail.recipient.description == address { found = queued.mail }
                try writing.close(queued, as: .sent, at: now)
            }
            return found
        }
    }

    /// The path and query of the link in the newest mail.
    func link(mailedTo address: String) throws -> String {
        let mail = try #require(try mail(to: address))
        let start = try #require(mail.text.firstRange(of: Self.baseURL + "/"))
        return String(mail.text[start.lowerBound...].dropFirst(Self.baseURL.count).prefix { !$0.isWhitespace })
    }

    /// Someone signed in with this level, without the pages that lead there.
    func signedIn(_ kind: Account.Kind, level: Session.Level = .full, email: String? = nil) throws -> TestBrowser {
        let address = EmailAddress(email ?? "x\(String(hexadecimal: Random.bytes(6)))@essai.fr")!
        let (token, now) = (Token.random(), now)
        try store.writing { writing throws(StorageError) in
            let account = try writing.addAccount(kind, email: address, name: PersonName("Camille Essai")!, at: now)!
            try writing.confirm(account.id, at: now)
            let confirmed = try writing.stores.accounts.account(account.id)!
            try writing.beginSession(
                hash: token.hash, of: confirmed, level: level, method: .password, device: "Essai",
                pendingTOTP: level == .enrolment ? TOTPSecret.random().octets : nil, at: now)
        }
        let browser = TestBrowser(self)
        browser.cookies["session"] = token.text
        return browser
    }
}

extension Response {
    var text: String { Answer(self).text }

    var json: [String: Any] {
        get throws { try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any] ?? [:] }
    }
}
