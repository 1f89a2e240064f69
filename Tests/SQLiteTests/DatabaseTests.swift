import Testing

@testable import SQLite

struct DatabaseTests {
    let folder = TemporaryFolder()
    let database: Database

    init() throws {
        database = try Database(path: folder.file("a.sqlite"), readers: 2)
        try database.administer { (connection) throws(SQLiteError) in
            try connection.run(
                script: "CREATE TABLE item (id INTEGER PRIMARY KEY AUTOINCREMENT, text TEXT NOT NULL) STRICT")
        }
    }

    private func count(worker: Int = 0) throws -> Int {
        try database.read(worker: worker) { (connection) throws(SQLiteError) in
            try connection.first("SELECT count(*) FROM item") { row throws(SQLiteError) in try row.int(0) } ?? -1
        }
    }

    private func add(_ text: String) throws -> Int64 {
        try database.write { (transaction) throws(SQLiteError) in
            try transaction.insert("INSERT INTO item (text) VALUES (?1)", text)
        }
    }

    @Test func `a write is seen by every reader once it has returned`() throws {
        #expect(try add("a") == 1)
        #expect(try add("b") == 2)
        #expect(try count(worker: 0) == 2)
        #expect(try count(worker: 1) == 2)
    }

    @Test func `a write that throws leaves nothing behind`() throws {
        #expect(throws: SQLiteError.self) {
            try database.write { (transaction) throws(SQLiteError) in
                try transaction.execute("INSERT INTO item (text) VALUES ('a')")
                throw SQLiteError(code: 0, message: "voulu")
            }
        }
        #expect(try count() == 0)
        #expect(try add("après") == 1)
    }

    @Test func `a read sees one state, whatever is committed meanwhile`() throws {
        let database = database
        let counts = try database.read(worker: 0) { (connection) throws(SQLiteError) in
            let sql: StaticString = "SELECT count(*) FROM item"
            let before = try connection.first(sql) { row throws(SQLiteError) in try row.int(0) }
            try database.write { (transaction) throws(SQLiteError) in
                _ = try transaction.execute("INSERT INTO item (text) VALUES ('a')")
            }
            let after = try connection.first(sql) { row throws(SQLiteError) in try row.int(0) }
            return [before, after]
        }
        #expect(counts == [0, 0])
        #expect(try count() == 1)
    }

    @Test func `a reader cannot write`() throws {
        let error = #expect(throws: SQLiteError.self) {
            try database.read(worker: 0) { (connection) throws(SQLiteError) in
                try connection.run("INSERT INTO item (text) VALUES ('a')") { (_) throws(SQLiteError) in .next }
            }
        }
        #expect(error?.kind == .readOnly)
    }

    @Test func `another writer is waited for, then given up`() throws {
        let other = try Database(path: database.path, readers: 0, busyTimeout: .milliseconds(20))
        let error = #expect(throws: SQLiteError.self) {
            try database.write { (_) throws(SQLiteError) in
                try other.write { (transaction) throws(SQLiteError) in
                    _ = try transaction.execute("INSERT INTO item (text) VALUES ('a')")
                }
            }
        }
        #expect(error?.kind == .busy)
    }

    @Test func `the data version tells commits of others`() throws {
        let before = try database.dataVersion(worker: 0)
        #expect(try database.dataVersion(worker: 0) == before)
        let other = try Database(path: database.path, readers: 0)
        try other.write { (transaction) throws(SQLiteError) in
            _ = try transaction.execute("INSERT INTO item (text) VALUES ('a')")
        }
        #expect(try database.dataVersion(worker: 0) != before)
    }

    @Test func `a backup is a whole database and overwrites nothing`() throws {
        _ = try add("à garder")
        try database.backup(to: folder.file("copie.sqlite"))
        let copy = try Database(path: folder.file("copie.sqlite"), readers: 1)
        let texts = try copy.read(worker: 0) { (connection) throws(SQLiteError) in
            try connection.all("SELECT text FROM item") { row throws(SQLiteError) in try row.text(0) }
        }
        #expect(texts == ["à garder"])
        #expect(throws: SQLiteError.self) { try database.backup(to: folder.file("copie.sqlite")) }
    }
}
