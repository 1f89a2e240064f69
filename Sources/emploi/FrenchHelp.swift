import ArgumentParser

/// Puts what swift-argument-parser says on its own into French. The library has no translations; what it does not know here stays
/// in English, still right.
enum FrenchHelp {
    private static let words: [(String, String)] = [
        ("OVERVIEW:", "PRÉSENTATION :"), ("USAGE:", "UTILISATION :"), ("Usage:", "Utilisation :"),
        ("ARGUMENTS:", "ARGUMENTS :"),
        ("OPTIONS:", "OPTIONS :"), ("SUBCOMMANDS:", "COMMANDES :"), ("Show help information.", "Affiche cette aide."),
        ("Show the version.", "Affiche la version."), ("<options>", "<réglages>"), ("<subcommand>", "<commande>"),
        ("See '", "Voir « "), ("--help' for more information.", "--help » pour plus de détails."),
        ("(default: ", "(par défaut : "),
        ("' for detailed help.", " » pour l’aide d’une commande."), ("Error: ", "Erreur : "),
        ("Missing expected argument", "Il manque l’argument"), ("Unknown option", "Option inconnue"),
        ("Missing value for", "Il manque une valeur à"), ("Did you mean", "Vouliez-vous dire"),
        ("Unexpected argument", "Argument inattendu"), ("unexpected arguments", "arguments inattendus"),
        ("See 'emploi help ", "Voir « emploi help "),
    ]

    static func translate(_ text: String) -> String {
        words.reduce(text) { $0.replacing($1.0, with: $1.1) }
    }
}
