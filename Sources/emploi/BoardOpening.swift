import Glibc
import Storage

/// Opens a database, created and brought up to date where need be, and what stands on it.
struct BoardOpening {
    let values: DatabaseOptions.Values

    init(_ values: DatabaseOptions.Values) {
        self.values = values
    }

    /// The store as it is; its folder is made if it is missing.
    private func store(workers: Int) throws -> Store {
        if let slash = values.database.lastIndex(of: "/"), slash > values.database.startIndex {
            let folder = String(values.database[..<slash])
            if unsafe mkdir(folder, 0o755) != 0, errno != EEXIST {
                throw CommandFailure("Le dossier \(folder) n’existe pas et ne peut pas être créé.")
            }
        }
        return try Store(path: values.database, workers: workers)
    }

    /// Applies the migrations and reference tables that are missing; gives their names.
    func prepare(workers: Int = 1) throws -> (store: Store, applied: [String]) {
        let store = try store(workers: workers)
        return (store, try store.prepare(migrations: values.migrations))
    }

    func open(workers: Int = 1) throws -> Board {
        let store = try prepare(workers: workers).store
        return try Board(store: store, clock: SystemClock.now)
    }
}
