import Glibc
import Recruitment
import Storage
import Synchronization

/// A migrated database with an outbox, and a clock that tests move.
final class Outbox: Sendable {
    static let start = Instant("2026-11-24T12:00:00Z")!
    static let migrations = #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined() + "/Migrations"

    let folder: String
    let store: Store
    private let seconds = Atomic(Outbox.start.secondsSinceEpoch)

    private static let template = Result {
        let folder = try makeFolder()
        let store = try Store(path: folder + "/a.sqlite", workers: 1)
        try store.prepare(migrations: migrations)
        return store
    }

    init() throws {
        folder = try Self.makeFolder()
        try Self.template.get().backup(to: folder + "/a.sqlite")
        store = try Store(path: folder + "/a.sqlite", workers: 1)
    }

    private static func makeFolder() throws -> String {
        var template = Array("/tmp/emploi-test-XXXXXX".utf8CString)
        return unsafe String(cString: mkdtemp(&template)!)
    }

    var now: Instant { Instant(secondsSinceEpoch: seconds.load(ordering: .relaxed)) }

    func wait(seconds: Int64) { self.seconds.add(seconds, ordering: .relaxed) }

    @discardableResult
    func add(_ subject: String = "essai", key: String? = nil, expiresAt: Instant? = nil) throws -> Bool {
        let now = now
        return try store.writing { writing throws(StorageError) in
            try writing.add(
                OutgoingMail(
                    key: key, message: "m-\(subject)", to: EmailAddress("a@b.example")!, subject: subject,
                    text: "Bonjour",
                    html: "<p>Bonjour</p>", expiresAt: expiresAt), at: now)
        }
    }

    func counts() throws -> [String: Int] {
        try store.read(worker: nil) { stores throws(StorageError) in try stores.outbox.counts() }
    }
}
