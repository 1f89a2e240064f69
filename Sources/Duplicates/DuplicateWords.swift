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
        let words = FoldedText(name).words
        return words.contains(where: agencies.contains)
            || zip(words, words.dropFirst()).contains { pairs in agencyPairs.contains { pairs == $0 } }
    }

    /// The word up to where the sexes part: `coiffeur`, `coiffeuse` → `coif`; at least four letters stay.
    static func stem(_ word: Substring) -> String {
        let octets = Array(word.utf8)
        return String(decoding: octets[..<stemLength(octets[...])], as: UTF8.self)
    }

    /// Octets of a folded word that are its stem.
    static func stemLength(_ word: ArraySlice<UInt8>) -> Int {
        guard let last = word.last else { return 0 }
        for ending in endingsByLastLetter[last] ?? [] where word.count - ending.count >= 4 {
            if word.suffix(ending.count).elementsEqual(ending) { return word.count - ending.count }
        }
        return word.count
    }

    /// Longer endings first, under their last letter.
    private static let endingsByLastLetter = Dictionary(grouping: endings.map { Array($0.utf8) }) { $0.last ?? 0 }

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

    private static let agencies: Set<Substring> = [
        "interim", "agence", "recrutement", "emploi", "rh", "placement", "geiq",
    ]

    private static let agencyPairs: [(Substring, Substring)] = [("travail", "temporaire"), ("ressources", "humaines")]
}
