internal import SQLite

/// Why the database could not do what was asked. `description` is for the log: it names the statement, never its values.
public enum StorageError: Error, Sendable, Equatable, CustomStringConvertible {
    /// Another writer kept the database for too long: trying again later may do.
    case busy(String)
    /// The time allowed has passed.
    case tooLong(String)
    case diskFull(String)
    /// The file is damaged, is no database or cannot be opened.
    case unusable(String)
    /// The schema cannot be brought up to date; the text is a French sentence for the operator.
    case migration(String)
    /// Reference data cannot be read; the text is a French sentence for the operator.
    case reference(String)
    case failure(String)

    public var description: String {
        switch self {
        case .busy(let text), .tooLong(let text), .diskFull(let text), .unusable(let text), .migration(let text),
            .reference(let text), .failure(let text):
            text
        }
    }
}

extension StorageError {
    init(_ error: SQLiteError) {
        let text = error.description
        self =
            switch error.kind {
            case .busy: .busy(text)
            case .interrupted: .tooLong(text)
            case .diskFull: .diskFull(text)
            case .corrupt, .cannotOpen: .unusable(text)
            default: .failure(text)
            }
    }
}
