import Interchange
import Recruitment
import TestSupport
import Testing

@testable import SQLite
@testable import Storage

/// A migrated database in a folder of its own.
final class Board: Sendable {
    static let now = Instant("2026-11-24T12:00:00Z")!
    static let today = CalendarDay("2026-11-24")!
    static let source = SourceName("essai")!
    static let migrations = #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined() + "/Migrations"

    let folder = TemporaryFolder()
    let store: Store

    private static let template = Result {
        let folder = TemporaryFolder()
        let store = try Store(path: folder.file("modèle.sqlite"), workers: 1)
        try store.prepare(migrations: migrations)
        return (store: store, folder: folder)
    }

    init() throws {
        // Made once and copied: loading the reference tables takes longer than most tests.
        try Self.template.get().store.backup(to: folder.file("a.sqlite"))
        store = try Store(path: folder.file("a.sqlite"), workers: 1)
    }

    /// A line of our format; `fields` are JSON, in place of or beside the usual ones.
    static func line(_ id: String, _ fields: [String: String] = [:]) -> String {
        var all = [
            "id": "\"\(id)\"", "titre": #""Soudeur""#, "description": #""Vous soudez.""#, "contrat": #""CDI""#,
            "commune_insee": #""03190""#, "date_publication": #""2026-11-20T08:00:00Z""#,
        ]
        all.merge(fields) { $1 }
        return "{" + all.sorted { $0.key < $1.key }.map { "\"\($0.key)\":\($0.value)" }.joined(separator: ",") + "}"
    }

    @discardableResult
    func load(
        _ lines: [String], isComplete: Bool = false, at now: Instant = now, end: String = "\n",
        analysis: OfferAnalysis? = nil
    ) throws -> ImportReport {
        folder.write("offres.jsonl", lines.joined(separator: "\n") + end)
        return try OfferImport(
            file: folder.file("offres.jsonl"), source: .named(Self.source, isComplete: isComplete)
        ).run(into: store, at: now, analysis: analysis)
    }

    func offer(_ id: String) throws -> PostedOffer? {
        let identity = try #require(OfferIdentity(source: Self.source, sourceID: id))
        return try store.read(worker: 0) { stores throws(StorageError) in try stores.offers.offer(identity) }
    }

    /// `added 1`, `closed 2 absent_from_source`…
    func changes() throws -> [String] {
        let changes = try store.read(worker: 0) { stores throws(StorageError) in
            try stores.changes.after(0, limit: 10_000)
        }
        #expect(changes.map(\.sequence) == Array(1...Int64(max(1, changes.count))).prefix(changes.count).map { $0 })
        return changes.map { change in
            ["\(change.kind.rawValue) \(change.offer.number)", change.reason].compactMap { $0 }.joined(separator: " ")
        }
    }

    func setStatus(_ status: OfferStatus, of id: Int64) throws {
        try store.write { transaction throws(SQLiteError) in
            try OfferWriting.close(id, status: status, reason: "essai", at: Board.now, transaction)
        }
    }
}

extension ImportReport {
    /// added, updated, unchanged, closed, rejected
    var counts: [Int] { [added, updated, unchanged, closed, rejected] }
}
