internal import SQLite

extension Store {
    /// Looks over a database without changing it: is it whole, and of this program's schema? Gives a French sentence for each
    /// trouble.
    public static func inspect(path: String, migrations folder: String) throws(StorageError) -> [String] {
        let known: [Migration]
        do throws(MigrationError) { known = try Migration.all(in: folder) } catch {
            throw .migration(error.description)
        }
        let store = try Store(path: path, workers: 1)
        return try store.database.withReader(0, limit: nil) { connection -> Result<[String], StorageError> in
            do throws(SQLiteError) { return .success(try troubles(connection, known)) } catch {
                return .failure(StorageError(error))
            }
        }.get()
    }

    private static func troubles(_ connection: Connection, _ known: [Migration]) throws(SQLiteError) -> [String] {
        var troubles = try connection.all("PRAGMA quick_check") { row throws(SQLiteError) in try row.text(0) }
        if troubles == ["ok"] { troubles = [] }
        let tables = try connection.all("SELECT name FROM sqlite_schema WHERE name = 'schema_migration'") {
            row throws(SQLiteError) in try row.text(0)
        }
        let past =
            tables.isEmpty
            ? []
            : try connection.all("SELECT checksum FROM schema_migration ORDER BY number") {
                row throws(SQLiteError) in try row.text(0)
            }
        for (migration, checksum) in zip(known, past) where migration.checksum.description != checksum {
            troubles.append("la migration \(migration.name) a été modifiée après avoir été appliquée")
        }
        if past.count < known.count {
            troubles.append("il reste \(known.count - past.count) migrations à appliquer : lancez « emploi migrate »")
        }
        if past.count > known.count { troubles.append("la base vient d’une version plus récente du programme") }
        return troubles
    }
}
