import TestSupport
import Testing

@testable import SQLite

struct MigratorTests {
    let folder = TemporaryFolder()

    private func database() throws -> Database {
        try Database(path: folder.file("a.sqlite"), readers: 1)
    }

    private func migration(_ name: String, _ sql: String) throws -> Migration {
        try #require(Migration(name: name, sql: Array(sql.utf8)))
    }

    private func tables(_ database: Database) throws -> [String] {
        try database.reading(0) { connection throws(SQLiteError) in
            try connection.all("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name") {
                row throws(SQLiteError) in try row.text(0)
            }
        }
    }

    @Test func `what is missing is applied once, in order`() throws {
        let database = try database()
        let first = try migration("0001_a.sql", "CREATE TABLE a (i INTEGER) STRICT; INSERT INTO a VALUES (1);")
        let second = try migration("0002_b.sql", "CREATE TABLE b AS SELECT i FROM a;")
        #expect(try Migrator([first]).migrate(database) == ["0001_a.sql"])
        #expect(try Migrator([first, second]).migrate(database) == ["0002_b.sql"])
        #expect(try Migrator([first, second]).migrate(database) == [])
        #expect(try tables(database) == ["a", "b", "schema_migration"])
    }

    @Test func `an edited migration stops everything`() throws {
        let database = try database()
        try Migrator([try migration("0001_a.sql", "CREATE TABLE a (i INTEGER)")]).migrate(database)
        let edited = try migration("0001_a.sql", "CREATE TABLE a (i INTEGER, j INTEGER)")
        let next = try migration("0002_b.sql", "CREATE TABLE b (i INTEGER)")
        #expect(throws: MigrationError.edited("0001_a.sql")) { try Migrator([edited, next]).migrate(database) }
        #expect(try tables(database) == ["a", "schema_migration"])
    }

    @Test func `a database newer than the program is refused`() throws {
        let database = try database()
        let first = try migration("0001_a.sql", "CREATE TABLE a (i INTEGER)")
        let second = try migration("0002_b.sql", "CREATE TABLE b (i INTEGER)")
        try Migrator([first, second]).migrate(database)
        #expect(throws: MigrationError.newerDatabase(version: 2, known: 1)) { try Migrator([first]).migrate(database) }
    }

    @Test func `a migration that fails leaves nothing of itself`() throws {
        let database = try database()
        let first = try migration("0001_a.sql", "CREATE TABLE a (i INTEGER)")
        let broken = try migration("0002_b.sql", "CREATE TABLE b (i INTEGER); CREATE TABLE a (i INTEGER);")
        let error = #expect(throws: MigrationError.self) { try Migrator([first, broken]).migrate(database) }
        guard case .failed("0002_b.sql", _) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(try tables(database) == ["a", "schema_migration"])
    }

    @Test func `a folder gives its migrations by number`() throws {
        folder.write("0002_b.sql", "SELECT 2")
        folder.write("0001_a.sql", "SELECT 1")
        folder.write("README.md", "rien")
        #expect(try Migration.all(in: folder.path).map(\.sql) == ["SELECT 1", "SELECT 2"])
        folder.write("0004_d.sql", "SELECT 4")
        #expect(try Migration.all(in: folder.path).map(\.number) == [1, 2, 4])
        folder.write("0004_e.sql", "SELECT 5")
        #expect(throws: MigrationError.repeatedNumber("0004_e.sql")) { try Migration.all(in: folder.path) }
        folder.write("0003-c.sql", "SELECT 3")
        #expect(throws: MigrationError.badName("0003-c.sql")) { try Migration.all(in: folder.path) }
        #expect(throws: MigrationError.self) { try Migration.all(in: folder.file("nulle-part")) }
    }

    @Test func `the checksum is FNV-1a`() {
        // Test vectors of the authors: isthe.com/chongo/src/fnv/test_fnv.c
        #expect(Checksum(of: []).description == "cbf29ce484222325")
        #expect(Checksum(of: Array("a".utf8)).description == "af63dc4c8601ec8c")
        #expect(Checksum(of: Array("foobar".utf8)).description == "85944171f73967e8")
    }
}
