internal import Files
internal import SQLite

/// Why an import could not begin or go on. What the transactions before it brought stays, and the same import completes it.
/// `description` is a French sentence.
public enum ImportError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The file, or the file of rejects beside it, cannot be used.
    case file(String)
    case storage(StorageError)

    public var description: String {
        switch self {
        case .file(let sentence): sentence
        case .storage(let error): error.description
        }
    }
}

extension ImportError {
    init(_ error: FileError) { self = .file(error.description) }
}

extension ImportError {
    init(_ error: SQLiteError) { self = .storage(StorageError(error)) }
}
