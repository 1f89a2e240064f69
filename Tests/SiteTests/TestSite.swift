import HTTP1
import HTTPTypes
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

    private static let template = Result {
        let folder = TemporaryFolder()
        let store = try Store(path: folder.file("modèle.sqlite"), workers: 1)
        try store.prepare(migrations: root + "/Migrations")
        return (store: store, folder: folder)
    }

    init() throws {
        // Made once and copied: loading the reference tables takes longer than most tests.
        try Self.template.get().store.backup(to: folder.file("a.sqlite"))
        store = try Store(path: folder.file("a.sqlite"), workers: 1)
        let time = Clock()
        self.time = time
        let clock: @Sendable () -> Instant = {
            Instant(secondsSinceEpoch: time.seconds.load(ordering: .relaxed))
        }
        site = try Site(
            board: try Board(store: store, clock: clock), settings: SiteSettings(baseURL: Self.baseURL),
            assets: try Assets(
                directory: Self.root + "/Public", aliases: Site.aliases, requiring: Site.requiredAssets),
            logger: Logger(label: "essai") { _ in SwiftLogNoOpLogHandler() }, passwordCost: .cheap, clock: clock)
    }

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
