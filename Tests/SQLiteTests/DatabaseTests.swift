import TestSupport
import Testing

@testable import SQLite

struct DatabaseTests {
    let folder = TemporaryFolder()
    let database: Database

    private static let count: StaticString = "SELECT count(*) FROM item"
    private static let add: StaticString = "INSERT INTO item (text) VALUES (?1)"

    init() throws {
        database = try Database(path: folder.file("a.sqlite"), readers: 2)
        try database.writing { connection throws(SQLiteError) in
            try connection.run(
                script: "CREATE TABLE item (id INTEGER PRIMARY KEY AUTOINCREMENT, text TEXT NOT NULL) STRICT")
        }
    }

    private func count(worker: Int = 0) throws -> Int? {
        try database.reading(worker) { connection throws(SQLiteError) in try connection.int(Self.count) }
    }

    private func add(_ text: String) throws -> Int64 {
        try database.writing { connection throws(SQLiteError) in
            let transaction = try connection.begin()
            try transaction.execute(Self.add, text)
            let id = transaction.lastInsertedRow
            try transaction.commit()
            return id
        }
    }

    @Test func `a write is seen by every reader once it is committed`() throws {
        #expect(try add("a") == 1)
        #expect(try add("b") == 2)
        #expect(try count(worker: 0) == 2)
        #expect(try count(worker: 1) == 2)
    }

    @Test func `a transaction that is not committed leaves nothing behind`() throws {
        let refusal = SQLiteError(code: 0, message: "voulu")
        #expect(throws: refusal) {
            try database.writing { connection throws(SQLiteError) in
                let transaction = try connection.begin()
                try transaction.execute(Self.add, "a")
                throw refusal
            }
        }
        #expect(try count() == 0)
        #expect(try add("après") == 1)
    }

    @Test func `a snapshot is one state, whatever is committed meanwhile`() throws {
        let database = database
        let counts = try database.reading(0) { connection throws(SQLiteError) in
            try connection.beginSnapshot()
            defer { connection.endSnapshot() }
            let before = try connection.int(Self.count)
            try database.writing { connection throws(SQLiteError) in
                let transaction = try connection.begin()
                try transaction.execute(Self.add, "a")
                try transaction.commit()
            }
            return [before, try connection.int(Self.count)]
        }
        #expect(counts == [0, 0])
        #expect(try count() == 1)
    }

    @Test func `a reader cannot write`() throws {
        let error = #expect(throws: SQLiteError.self) {
            try database.reading(0) { connection throws(SQLiteError) in
                try connection.run("INSERT INTO item (text) VALUES ('a')") { _ in .next }
            }
        }
        #expect(error?.kind == .readOnly)
    }

    @Test func `another writer is waited for, then given up`() throws {
        let other = try Database(path: database.path, readers: 0, busyTimeout: .milliseconds(20))
        let error = #expect(throws: SQLiteError.self) {
            try database.writing { connection throws(SQLiteError) in
                let transaction = try connection.begin()
                try other.writing { connection throws(SQLiteError) in try connection.begin().commit() }
                try transaction.commit()
            }
        }
        #expect(error?.kind == .busy)
    }

    @Test func `a read that takes too long is interrupted, and the reader goes on`() throws {
        let database = database
        let error = #expect(throws: SQLiteError.self) {
            try database.reading(0, limit: .milliseconds(1)) { connection throws(SQLiteError) in
                try connection.int(
                    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n")
            }
        }
        #expect(error?.kind == .interrupted)
        #expect(try count() == 0)
    }

    @Test func `a backup is a whole database and overwrites nothing`() throws {
        _ = try add("à garder")
        try database.backup(to: folder.file("copie.sqlite"))
        let copy = try Database(path: folder.file("copie.sqlite"), readers: 1)
        let texts = try copy.reading(0) { connection throws(SQLiteError) in
            try connection.all("SELECT text FROM item") { row throws(SQLiteError) in try row.text(0) }
        }
        #expect(texts == ["à garder"])
        #expect(throws: SQLiteError.self) { try database.backup(to: folder.file("copie.sqlite")) }
    }
}

extension Connection {
    func int(_ sql: StaticString) throws(SQLiteError) -> Int? {
        try first(sql) { row throws(SQLiteError) in try row.int(0) }
    }
}

extension Database {
    func reading<Value: Sendable>(
        _ worker: Int, limit: Duration? = nil, _ body: @Sendable (Connection) throws(SQLiteError) -> Value
    ) throws -> Value {
        try withReader(worker, limit: limit) { connection -> Result<Value, SQLiteError> in
            do throws(SQLiteError) { return .success(try body(connection)) } catch { return .failure(error) }
        }.get()
    }

    func writing<Value: Sendable>(
        _ body: @Sendable (Connection) throws(SQLiteError) -> Value
    ) throws(SQLiteError) -> Value {
        try withWriter(limit: nil) { connection -> Result<Value, SQLiteError> in
            do throws(SQLiteError) { return .success(try body(connection)) } catch { return .failure(error) }
        }.get()
    }
}
