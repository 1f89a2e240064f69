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
        try database.withWriter(limit: nil) { connection -> Result<[String], MigrationError> in
            do throws(MigrationError) { return .success(try migrate(connection)) } catch { return .failure(error) }
        }.get()
    }

    private func migrate(_ connection: Connection) throws(MigrationError) -> [String] {
        do throws(SQLiteError) { try connection.run(script: Self.table) } catch { throw .database(error) }
        var applied: [String] = []
        while let name = try step(connection) { applied.append(name) }
        return applied
    }

    /// Checks the whole history, then applies the first migration that is missing; nil when there is none.
    private func step(_ connection: Connection) throws(MigrationError) -> String? {
        let transaction: Transaction
        do throws(SQLiteError) { transaction = try connection.begin() } catch { throw .database(error) }
        guard let next = try next(after: try past(connection)) else { return nil }
        do throws(SQLiteError) {
            try connection.run(script: next.sql)
            try transaction.execute(
                "INSERT INTO schema_migration (number, name, checksum) VALUES (?1, ?2, ?3)", next.number, next.name,
                next.checksum.description)
            try transaction.commit()
        } catch { throw .failed(next.name, error) }
        return next.name
    }

    /// The checksums of the migrations applied.
    private func past(_ connection: Connection) throws(MigrationError) -> [String] {
        do throws(SQLiteError) {
            return try connection.all("SELECT checksum FROM schema_migration ORDER BY number") {
                row throws(SQLiteError) in try row.text(0)
            }
        } catch { throw .database(error) }
    }

    private func next(after past: [String]) throws(MigrationError) -> Migration? {
        guard past.count <= migrations.count else {
            throw .newerDatabase(version: past.count, known: migrations.count)
        }
        for (migration, checksum) in zip(migrations, past) where migration.checksum.description != checksum {
            throw .edited(migration.name)
        }
        return past.count < migrations.count ? migrations[past.count] : nil
    }

    private static let table = """
        CREATE TABLE IF NOT EXISTS schema_migration (
            number INTEGER PRIMARY KEY,
            name TEXT NOT NULL,
            checksum TEXT NOT NULL,
            applied_at INTEGER NOT NULL DEFAULT (unixepoch())
        ) STRICT
        """
}
