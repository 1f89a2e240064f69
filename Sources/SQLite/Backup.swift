internal import Glibc

extension Database {
    /// Writes a complete, compacted copy of the database to `path` while reading and writing go on (`VACUUM INTO`), and
    /// has it on the disk when this returns. The copy is one moment's state. Throws when `path` exists already.
    public func backup(to path: String) throws(SQLiteError) {
        // A connection of its own: a long copy must keep neither a worker nor the writer waiting.
        let connection = try Connection(path: self.path, options: ConnectionOptions(access: .readWrite))
        try connection.run("VACUUM INTO ?1", [path]) { _ in .next }
        // VACUUM INTO does not wait for the disk itself.
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure(path) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw failure(path) }
    }

    private func failure(_ path: String) -> SQLiteError {
        SQLiteError(code: SQLiteError.inputOutput, message: "\(path): \(unsafe String(cString: strerror(errno)))")
    }
}
