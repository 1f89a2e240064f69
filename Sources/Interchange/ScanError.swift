/// Why the rest of a file cannot be read. `description` is in French.
public enum ScanError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The file ends inside a record or before the list's end.
    case cut
    /// There is no list of offers in it.
    case noRecords
    /// The list is no list of objects.
    case malformed(line: Int)

    public var description: String {
        switch self {
        case .cut: "le fichier est coupé : il s’arrête avant la fin"
        case .noRecords: "le fichier ne contient pas de liste « resultats »"
        case .malformed(let line): "la structure du fichier est cassée à la ligne \(line)"
        }
    }
}
