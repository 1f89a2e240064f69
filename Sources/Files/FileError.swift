internal import Glibc

/// Why a file cannot be used. `description` is a French sentence.
public struct FileError: Error, Sendable, Equatable, CustomStringConvertible {
    public let path: String
    /// The system's error number; 0 when the file is longer than allowed.
    public let code: Int32

    init(_ path: String, code: Int32) {
        self.path = path
        self.code = code
    }

    /// What the last call of the system said.
    static func last(_ path: String) -> FileError { FileError(path, code: errno) }

    public var reason: String {
        switch code {
        case 0: "il est trop long"
        case ENOENT: "il n’existe pas"
        case EACCES, EPERM: "l’accès est refusé"
        case EISDIR: "c’est un dossier"
        case ENOTDIR: "ce n’est pas un dossier"
        case ENOSPC: "le disque est plein"
        case EIO: "le disque a répondu par une erreur"
        default: unsafe String(cString: strerror(code))
        }
    }

    public var description: String { "Impossible d’utiliser « \(path) » : \(reason)." }
}
