/// Tells a job title in one gender from one open to both.
///
/// Only the title's head is looked at, its first noun: a « Conducteur de pelleteuse » is no pelleteuse. The endings of
/// French trades decide; words that are no trades and trades without gender are left alone.
enum GenderedTitle {
    enum Gender: Equatable {
        case feminine
        case masculine
    }

    /// The gender and the word that shows it; nil where the title is open to both or has no gender.
    static func only(in title: FoldedText) -> (gender: Gender, word: Int)? {
        let words = title.words
        guard !words.contains(where: \.isInclusive), !namesBothSexes(words) else { return nil }
        guard let head = words.prefix(headLength).firstIndex(where: { !leading.contains($0.text) }) else { return nil }
        // « Aide ménagère », « Agent polyvalent »: the second word may be the one with the gender.
        let places = compounds.contains(words[head].text) ? [head, head + 1] : [head]
        for place in places where place < words.count {
            guard let gender = gender(of: words[place].text) else { continue }
            let others = words.enumerated().filter { $0.offset != place }
            let hasOtherForm = others.contains { isOtherForm(of: words[place].text, $0.element.text) }
            return hasOtherForm ? nil : (gender, place)
        }
        return nil
    }

    /// Places of trades that a text seeks in the feminine alone, just after « recherche », « recrutons »…
    static func soughtInFeminine(_ text: FoldedText) -> [Int] {
        let words = text.words
        var found: [Int] = []
        for verb in words.indices where seeking.contains(words[verb].text) {
            for place in words.indices[(verb + 1)...].prefix(soughtWithin) {
                guard words[place].sentence == words[verb].sentence, !seeking.contains(words[place].text) else { break }
                if isFeminineAlone(place, words) { found.append(place) }
                guard leading.contains(words[place].text) || compounds.contains(words[place].text) else { break }
            }
        }
        return found
    }

    /// Whether the word is a trade in the feminine, and nothing near it names the other form: « un serveur ou une serveuse »,
    /// « une assistante H/F ».
    private static func isFeminineAlone(_ place: Int, _ words: [FoldedText.Word]) -> Bool {
        let word = words[place]
        guard !word.isInclusive, word.text != "femme", gender(of: word.text) == .feminine else { return false }
        let near = words[max(0, place - soughtWithin)..<min(words.count, place + soughtWithin + 1)].filter {
            $0.sentence == word.sentence && !$0.isInclusive
        }
        return !namesBothSexes(near) && !near.contains { isOtherForm(of: word.text, $0.text) }
    }

    private static let soughtWithin = 4
    private static let seeking: Set<String> = [
        "recherche", "recherchons", "cherche", "cherchons", "recrute", "recrutons", "embauche", "embauchons",
    ]
    private static let headLength = 6
    private static let leading: Set<String> = [
        "un", "une", "le", "la", "les", "des", "jeune", "recherche", "recherchons", "cherche", "cherchons", "recrute",
        "recrutons", "recrutement", "urgent", "offre", "emploi", "poste", "de", "cdi", "cdd", "interim",
    ]
    private static let compounds: Set<String> = [
        "aide", "agent", "chef", "cheffe", "assistant", "assistante", "employe",
    ]

    private static func namesBothSexes(_ words: [FoldedText.Word]) -> Bool {
        if words.contains(where: { ["hf", "fh", "hfx", "fhx", "mf"].contains($0.text) }) { return true }
        return zip(words, words.dropFirst()).contains { first, second in
            let pair: Set = [first.text, second.text]
            return pair == ["h", "f"] || pair == ["m", "f"] || pair == ["homme", "femme"]
        }
            || unlikePairs.contains { masculine, feminine in
                words.contains { $0.text.hasPrefix(masculine) } && words.contains { $0.text.hasPrefix(feminine) }
            }
    }

    private static let unlikePairs = [
        ("homme", "femme"), ("valet", "femme"), ("steward", "hotesse"), ("garcon", "serveuse"), ("garcon", "fille"),
    ]

    private static func gender(of word: String) -> Gender? {
        if exceptions.contains(word) || word.utf8.count < 5 { return nil }
        if feminineEndings.contains(where: word.hasSuffix) || feminineWords.contains(word) { return .feminine }
        if masculineEndings.contains(where: word.hasSuffix) || masculineWords.contains(word) { return .masculine }
        return nil
    }

    /// Whether `other` is the same trade in the other gender: the same beginning, and a gender of its own.
    private static func isOtherForm(of word: String, _ other: String) -> Bool {
        if word == other + "e" || other == word + "e" { return true }
        guard let first = gender(of: word), let second = gender(of: other), first != second else { return false }
        return word.utf8.prefix(3).elementsEqual(other.utf8.prefix(3))
    }

    private static let feminineEndings = ["euse", "trice", "ere", "ienne", "ante", "ee", "eresse", "onne", "ieure"]
    private static let feminineWords: Set<String> = [
        "agente", "apprentie", "artisane", "avocate", "cheffe", "femme", "hotesse", "maitresse", "marchande",
        "patronne",
        "adjointe", "experte", "consultante", "agricultrice", "ouvriere", "nourrice", "lingere", "maman",
        "institutrice",
    ]
    private static let masculineEndings = ["eur", "ier", "ien", "ant", "ger", "cher"]
    private static let masculineWords: Set<String> = [
        "apprenti", "artisan", "avocat", "marchand", "patron", "adjoint", "expert", "homme", "macon", "vigneron",
        "maitre", "steward", "valet",
    ]
    /// Nouns with such an ending that are no trade, and trades for which one form serves both.
    private static let exceptions: Set<String> = [
        "accueil", "annee", "personne", "bonne", "tonne", "colonne", "financiere", "particuliere", "reguliere",
        "entiere",
        "fonciere", "heureuse", "serieuse", "precieuse", "rigoureuse", "nombreuse", "appliquee", "avancee",
        "passionnante", "atelier", "bien", "carriere", "chantier", "coeur", "entree", "entretien", "exterieur",
        "filiere", "interieur", "interimaire", "journee", "lycee", "maintien", "mannequin", "maniere", "matiere",
        "metier", "moteur", "musee", "papier", "permanente", "premiere", "pepiniere", "quartier", "restaurant",
        "riviere",
        "secteur", "service", "soiree", "soutien", "tournee", "vapeur", "vente", "demande", "commande", "etudiant",
        "senior", "junior", "terrain", "courrier", "fevrier", "janvier", "alternant", "alternante", "autre",
        "biere", "lumiere", "tondeuse", "pelleteuse", "moissonneuse", "laser", "premier", "dernier",
        "polyvalente", "livree", "dediee", "renforcee", "annuelle", "soignee", "plante", "arriere",
    ]
}
