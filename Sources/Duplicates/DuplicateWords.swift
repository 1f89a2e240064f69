import MarkupText

/// Words of titles and employers' names as two writings of them compare.
enum DuplicateWords {
    /// What tells a job: no words of both sexes, urgency or grammar, endings cut so that `Canalisateur·trice`,
    /// `Canalisateur / Canalisatrice` and `CANALISATEUR H/F` give the same.
    static func title(_ title: String) -> Set<String> {
        Set(FoldedText(title).words.filter { $0.count > 1 && !titleNoise.contains($0) }.map { stem($0) })
            .subtracting(["e", "euse", "ric", "trice"])
    }

    /// What tells a firm: no legal form, no words every agency has.
    static func employer(_ name: String) -> Set<String> {
        Set(FoldedText(name).words.filter { $0.count > 1 && !employerNoise.contains($0) }.map(String.init))
    }

    /// Whether a name is that of a firm that recruits for others.
    static func isAgency(_ name: String) -> Bool {
        let folded = FoldedText(name)
        return agencies.contains { folded.contains($0) }
    }

    /// The word up to where the sexes part: `coiffeur`, `coiffeuse` → `coif`; at least four letters stay.
    static func stem(_ word: Substring) -> String {
        for ending in endings where word.hasSuffix(ending) && word.count - ending.count >= 4 {
            return String(word.dropLast(ending.count))
        }
        return String(word)
    }

    private static let endings = [
        "atrices", "ateurs", "atrice", "ateur", "trices", "trice", "teurs", "teuses", "teuse", "teur", "euses", "euse",
        "eurs", "eur", "ieres", "iere", "iers", "ier", "iennes", "ienne", "iens", "ien", "eres", "ere", "ers", "er",
        "ives",
        "ive", "ifs", "if", "elles", "elle", "els", "el", "ales", "ale", "aux", "al", "antes", "ante", "ants", "ant",
        "entes",
        "ente", "ents", "ent", "ees", "ee", "es", "s", "e",
    ]

    private static let titleNoise: Set<Substring> = [
        "hf", "fh", "ou", "et", "en", "de", "du", "des", "la", "le", "les", "un", "une", "au", "aux", "pour", "sur",
        "dans",
        "urgent", "urgence", "recrute", "recherche", "cherche", "offre", "emploi", "poste", "cdi", "cdd", "interim",
        "temps",
        "plein", "partiel", "homme", "femme", "trice", "ice", "euse", "ere", "ne", "te", "se", "rice",
    ]

    private static let employerNoise: Set<Substring> = [
        "sarl", "sas", "sasu", "sa", "eurl", "ei", "sci", "snc", "scop", "groupe", "societe", "ste", "ets",
        "etablissements",
        "entreprise", "association", "agence", "interim", "emploi", "recrutement", "france", "de", "du", "des", "la",
        "le",
        "les", "et", "aux", "au",
    ]

    private static let agencies = [
        "interim", "agence", "recrutement", "travail temporaire", "emploi", "rh", "ressources humaines", "placement",
        "geiq",
    ]
}
