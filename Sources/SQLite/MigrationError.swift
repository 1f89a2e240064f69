/// Why a database cannot be brought to the program's schema. `description` is the sentence for the operator, in French.
public enum MigrationError: Error, Equatable, CustomStringConvertible {
    /// A French sentence that names the file.
    case unreadable(String)
    case nothingFound(String)
    case badName(String)
    /// A second file of that number.
    case repeatedNumber(String)
    /// A file that was applied has another content now.
    case edited(String)
    /// The database has seen migrations this program does not know.
    case newerDatabase(version: Int, known: Int)
    case failed(String, SQLiteError)
    case database(SQLiteError)

    public var description: String {
        switch self {
        case .unreadable(let sentence): sentence
        case .nothingFound(let folder): "Aucune migration trouvée dans \(folder)."
        case .badName(let name): "Le fichier de migration « \(name) » doit s’appeler 0001_nom.sql."
        case .repeatedNumber(let name): "Le fichier de migration « \(name) » porte un numéro déjà pris."
        case .edited(let name):
            """
            La migration « \(name) » a été modifiée après avoir été appliquée à cette base. \
            Remettez le fichier d’origine et écrivez le changement dans une nouvelle migration.
            """
        case .newerDatabase(let version, let known):
            """
            Cette base en est à la migration \(version), mais ce programme ne connaît que les \(known) premières : \
            utilisez une version plus récente du programme, ou restaurez une sauvegarde antérieure.
            """
        case .failed(let name, let error): "La migration « \(name) » a échoué, rien n’en a été gardé : \(error)"
        case .database(let error): "Erreur de la base de données : \(error)"
        }
    }
}
