internal import SQLite

/// Why the database could not do what was asked. `description` is a French sentence for the operator; in brackets it names
/// the statement, never its values.
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
        case .busy(let detail): "La base de données est occupée par un autre programme (\(detail))."
        case .tooLong(let detail): "La base de données a mis trop de temps à répondre (\(detail))."
        case .diskFull(let detail): "Le disque est plein (\(detail))."
        case .unusable(let detail): "La base de données est illisible (\(detail))."
        case .failure(let detail): "Erreur de la base de données (\(detail))."
        case .migration(let sentence), .reference(let sentence): sentence
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
