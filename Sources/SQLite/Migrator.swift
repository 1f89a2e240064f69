/// Brings a database to the program's schema, one file after the other, each in a transaction of its own.
public struct Migrator: Sendable {
    public let migrations: [Migration]

    public init(_ migrations: [Migration]) {
        self.migrations = migrations
    }

    /// Applies what is missing; returns the names of what it applied.
    ///
    /// Refuses, with nothing changed, a database that has seen an edited or unknown migration. Two processes may call this
    /// at once: one of them waits, then finds nothing left to do. A crash leaves whole migrations only.
    @discardableResult
    public func migrate(_ database: Database) throws(MigrationError) -> [String] {
        try database.administer { (connection) throws(MigrationError) in
            try connection.write { (transaction) throws(MigrationError) in
                do throws(SQLiteError) { try transaction.execute(Self.table) } catch { throw .database(error) }
            }
            var applied: [String] = []
            while let name = try connection.write({ (transaction) throws(MigrationError) in try step(transaction) }) {
                applied.append(name)
            }
            return applied
        }
    }

    /// Checks the whole history, then applies the first migration that is missing.
    private func step(_ transaction: borrowing Transaction) throws(MigrationError) -> String? {
        let done: [(name: String, checksum: String)]
        do throws(SQLiteError) {
            done = try transaction.connection.all("SELECT name, checksum FROM schema_migration ORDER BY number") {
                row throws(SQLiteError) in (try row.text(0), try row.text(1))
            }
        } catch { throw .database(error) }
        guard done.count <= migrations.count else {
            throw .newerDatabase(version: done.count, known: migrations.count)
        }
        for (migration, past) in zip(migrations, done) where migration.checksum.description != past.checksum {
            throw .edited(migration.name)
        }
        guard done.count < migrations.count else { return nil }
        let next = migrations[done.count]
        do throws(SQLiteError) {
            try transaction.connection.run(script: next.sql)
            try transaction.execute(
                "INSERT INTO schema_migration (number, name, checksum) VALUES (?1, ?2, ?3)", next.number, next.name,
                next.checksum.description)
        } catch { throw .failed(next.name, error) }
        return next.name
    }

    private static let table: StaticString = """
        CREATE TABLE IF NOT EXISTS schema_migration (
            number INTEGER PRIMARY KEY,
            name TEXT NOT NULL,
            checksum TEXT NOT NULL,
            applied_at INTEGER NOT NULL DEFAULT (unixepoch())
        ) STRICT
        """
}
