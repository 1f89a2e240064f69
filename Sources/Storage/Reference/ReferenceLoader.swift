internal import Files
internal import SQLite

/// Brings the reference tables to the state of their files, whichever have changed, all in one transaction.
struct ReferenceLoader: Sendable {
    let folder: String

    private static let longestFile = 16 << 20

    /// Returns the names of the files it loaded. Throws `.reference` on a file that cannot be read, with nothing changed.
    func load(into store: Store) throws(StorageError) -> [String] {
        let known = try store.write { transaction throws(SQLiteError) in
            try transaction.connection.all("SELECT name, checksum FROM reference_file") {
                row throws(SQLiteError) in [try row.text(0), try row.text(1)]
            }
        }
        var changed: [Changed] = []
        for table in ReferenceTable.all {
            let bytes = try read(table.file)
            let checksum = Checksum(of: bytes).description
            if !known.contains([table.file, checksum]) {
                changed.append(Changed(table: table, checksum: checksum, lines: try lines(bytes, table)))
            }
        }
        guard !changed.isEmpty else { return [] }
        let files = changed
        try store.write { transaction throws(SQLiteError) in
            for file in files { try fill(file, transaction) }
        }
        return files.map(\.table.file)
    }

    private struct Changed: Sendable {
        let table: ReferenceTable
        let checksum: String
        let lines: [[String]]
    }

    private func fill(_ changed: Changed, _ transaction: borrowing Transaction) throws(SQLiteError) {
        try transaction.execute(changed.table.clear)
        for line in changed.lines { try changed.table.insert(transaction, line) }
        try transaction.execute(
            """
            INSERT INTO reference_file (name, checksum) VALUES (?1, ?2)
            ON CONFLICT (name) DO UPDATE SET checksum = excluded.checksum, loaded_at = unixepoch()
            """, changed.table.file, changed.checksum)
    }

    private func read(_ name: String) throws(StorageError) -> [UInt8] {
        do throws(FileError) {
            var file = try InputFile(folder + "/" + name)
            return try file.readAll(limit: Self.longestFile)
        } catch { throw .reference(error.description) }
    }

    /// The fields of each line after the two that say where the table comes from and what its columns are.
    private func lines(_ bytes: [UInt8], _ table: ReferenceTable) throws(StorageError) -> [[String]] {
        let lines = bytes.split(separator: UInt8(ascii: "\n")).map { line in
            line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
                .map { String(decoding: $0, as: UTF8.self) }
        }
        guard lines.count > 2, lines[0].first?.hasPrefix("#") == true, lines[1] == table.columns else {
            throw .reference(
                "Le fichier de référence « \(table.file) » doit commencer par une ligne de source (#) puis ses colonnes : "
                    + table.columns.joined(separator: ", ") + ".")
        }
        if let wrong = lines[2...].firstIndex(where: { $0.count != table.columns.count }) {
            throw .reference("Le fichier de référence « \(table.file) » a une ligne incomplète, la ligne \(wrong + 1).")
        }
        return Array(lines[2...])
    }
}
