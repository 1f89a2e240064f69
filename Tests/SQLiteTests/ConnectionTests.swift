import TestSupport
import Testing

@testable import SQLite

struct ConnectionTests {
    let folder = TemporaryFolder()

    private func connection() throws -> Connection {
        let connection = try Connection(path: folder.file("a.sqlite"), options: ConnectionOptions(access: .readWrite))
        try connection.run(
            script: """
                CREATE TABLE parent (id INTEGER PRIMARY KEY) STRICT;
                CREATE TABLE value (
                    id INTEGER PRIMARY KEY, number INTEGER, real REAL, text TEXT CHECK (text <> 'non'), blob BLOB UNIQUE,
                    parent INTEGER REFERENCES parent
                ) STRICT;
                """)
        return connection
    }

    @Test func `values come back as they went in`() throws {
        let connection = try connection()
        let texts = ["", "é", "a\0b", "👩‍🌾", String(repeating: "x", count: 100_000)]
        let numbers: [Int64] = [.min, -1, 0, 1, .max]
        let reals = [-Double.greatestFiniteMagnitude, -0.5, 0, 1e-300, Double.pi]
        let blobs: [[UInt8]] = [[], [0], [255, 0, 1], Array(repeating: 7, count: 70_000), Array("é".utf8)]
        let transaction = try connection.begin()
        for index in 0..<5 {
            try transaction.execute(
                "INSERT INTO value (number, real, text, blob) VALUES (?1, ?2, ?3, ?4)", numbers[index], reals[index],
                texts[index], blobs[index])
        }
        try transaction.commit()
        let sql: StaticString = "SELECT number, real, text, blob FROM value ORDER BY id"
        #expect(try connection.all(sql) { row throws(SQLiteError) in try row.int64(0) } == numbers)
        #expect(try connection.all(sql) { row throws(SQLiteError) in try row.double(1) } == reals)
        #expect(try connection.all(sql) { row throws(SQLiteError) in try row.text(2) } == texts)
        #expect(try connection.all(sql) { row throws(SQLiteError) in try row.bytes(3) } == blobs)
        let lent = try connection.all(sql) { row throws(SQLiteError) in
            try row.withBytes(3) { (bytes) throws(SQLiteError) in bytes.byteCount }
        }
        #expect(lent == blobs.map(\.count))
    }

    @Test func `nil is NULL and NULL is nil`() throws {
        let connection = try connection()
        let transaction = try connection.begin()
        try transaction.execute(
            "INSERT INTO value (number, real, text) VALUES (?1, ?2, ?3)", Int64?.none, Double?.none, String?.none)
        try transaction.commit()
        let found = try connection.first("SELECT number, real, text FROM value") { row throws(SQLiteError) in
            (try row.int64OrNil(0), try row.doubleOrNil(1), try row.textOrNil(2))
        }
        #expect(try #require(found) == (nil, nil, nil))
    }

    @Test(arguments: ["SELECT NULL", "SELECT 'texte'", "SELECT 1.5", "SELECT x'00'"])
    func `a column of another type is refused, never converted`(_ sql: String) throws {
        let connection = try connection()
        try connection.run(script: "CREATE TEMP VIEW seen AS \(sql) AS column_0")
        let error = #expect(throws: SQLiteError.self) {
            try connection.first("SELECT column_0 FROM seen") { row throws(SQLiteError) in try row.int64(0) }
        }
        #expect(error?.kind == .misuse)
        #expect(error?.sql == "SELECT column_0 FROM seen")
    }

    @Test func `the numbers of values and parameters must agree`() throws {
        let connection = try connection()
        for attempt in 0..<2 {
            let error = #expect(throws: SQLiteError.self) {
                if attempt == 0 {
                    _ = try connection.first("SELECT ?1, ?2", 1) { _ in 0 }
                } else {
                    _ = try connection.first("SELECT ?1", 1, 2) { _ in 0 }
                }
            }
            #expect(error?.kind == .misuse)
        }
    }

    @Test func `text after the first statement is refused`() throws {
        let connection = try connection()
        let error = #expect(throws: SQLiteError.self) {
            _ = try connection.first("SELECT 1; DELETE FROM value") { _ in 0 }
        }
        #expect(error?.kind == .misuse)
        #expect(try connection.first("SELECT 1 \n") { row throws(SQLiteError) in try row.int(0) } == 1)
    }

    @Test func `the same statement may run inside itself`() throws {
        let connection = try connection()
        let count: StaticString = "SELECT value FROM json_each(?1)"
        func values(_ depth: Int) throws(SQLiteError) -> [Int] {
            var seen: [Int] = []
            try connection.forEach(count, "[1,2]") { row throws(SQLiteError) in
                seen.append(try row.int(0))
                if depth > 0 { seen += try values(depth - 1) }
            }
            return seen
        }
        #expect(try values(2) == [1, 1, 1, 2, 2, 1, 2, 2, 1, 1, 2, 2, 1, 2])
    }

    @Test func `each refusal has its kind, its message and its SQL`() throws {
        let connection = try connection()
        func failure(_ sql: StaticString) throws -> SQLiteError {
            try #require(
                #expect(throws: SQLiteError.self) { _ = try connection.begin().execute(sql) })
        }
        try connection.run(script: "INSERT INTO value (id, blob) VALUES (1, x'01')")
        #expect(try failure("INSERT INTO value (blob) VALUES (x'01')").kind == .uniqueConstraint)
        #expect(try failure("INSERT INTO value (id) VALUES (1)").kind == .uniqueConstraint)
        #expect(try failure("INSERT INTO value (parent) VALUES (9)").kind == .foreignKeyConstraint)
        #expect(try failure("INSERT INTO value (text) VALUES ('non')").kind == .constraint)
        #expect(try failure("INSERT INTO value (number) VALUES ('texte')").kind == .constraint)
        let unknown = try failure("INSERT INTO nowhere VALUES (1)")
        #expect(unknown.description == "SQLite 1: no such table: nowhere, in: INSERT INTO nowhere VALUES (1)")
        #expect(try failure("SELECT \"double\"").message.contains("no such column"))
    }

    @Test func `a statement past its deadline is interrupted and the connection goes on`() throws {
        let connection = try connection()
        connection.setDeadline(.milliseconds(1))
        let error = #expect(throws: SQLiteError.self) {
            _ = try connection.first(
                "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"
            ) {
                _ in 0
            }
        }
        #expect(error?.kind == .interrupted)
        connection.setDeadline(nil)
        #expect(try connection.first("SELECT 1") { row throws(SQLiteError) in try row.int(0) } == 1)
    }

    @Test func `a connection is as safe as promised`() throws {
        let connection = try connection()
        func setting(_ sql: StaticString) throws -> Int? {
            try connection.first(sql) { row throws(SQLiteError) in try row.int(0) }
        }
        #expect(try setting("PRAGMA synchronous") == 2)
        #expect(try setting("PRAGMA foreign_keys") == 1)
        #expect(try setting("PRAGMA trusted_schema") == 0)
        #expect(try setting("PRAGMA cell_size_check") == 1)
        #expect(try connection.first("PRAGMA journal_mode") { row throws(SQLiteError) in try row.text(0) } == "wal")
    }

    @Test func `a file that is no database is refused`() throws {
        folder.write("b.sqlite", String(repeating: "ceci n'est pas une base ", count: 100))
        let error = #expect(throws: SQLiteError.self) {
            _ = try Connection(path: folder.file("b.sqlite"), options: ConnectionOptions(access: .readWrite))
        }
        #expect(error?.kind == .corrupt)
    }

    @Test func `reading never creates a file`() throws {
        let error = #expect(throws: SQLiteError.self) {
            _ = try Connection(path: folder.file("c.sqlite"), options: ConnectionOptions(access: .readOnly))
        }
        #expect(error?.kind == .cannotOpen)
    }
}
