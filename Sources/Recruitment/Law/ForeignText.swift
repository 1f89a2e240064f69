/// Finds paragraphs in another language than French, by the small words that every sentence needs.
enum ForeignText {
    /// Shorter paragraphs say too little to judge.
    static let fewestWords = 8

    /// Ranges of words, one a paragraph.
    static func paragraphs(of text: String, words: [FoldedText.Word]) -> [Range<Int>] {
        let breaks = lineEnds(of: text)
        var found: [Range<Int>] = []
        var start = 0
        var line = 0
        for index in 0...words.count {
            let ends = index == words.count || (line < breaks.count && words[index].range.lowerBound > breaks[line])
            guard ends else { continue }
            if isForeign(words[start..<index]) { found.append(start..<index) }
            start = index
            while line < breaks.count, index < words.count, words[index].range.lowerBound > breaks[line] { line += 1 }
        }
        return found
    }

    private static func lineEnds(of text: String) -> [Int] {
        text.utf8.enumerated().compactMap { $0.element == UInt8(ascii: "\n") ? $0.offset : nil }
    }

    private static func isForeign(_ words: ArraySlice<FoldedText.Word>) -> Bool {
        guard words.count >= fewestWords else { return false }
        var (spoken, isFrench, isOther) = (0, 0, 0)
        for word in words where word.number == nil {
            spoken += 1
            switch languages[word.text] {
            case .french: isFrench += 1
            case .other: isOther += 1
            case nil: if word.text.utf8.contains(LatinFolding.foreignLetter) { isOther += 1 }
            }
        }
        return spoken >= fewestWords && isOther * 6 >= spoken && isOther > isFrench
    }

    private enum Language {
        case french
        case other
    }

    private static let languages = Dictionary(uniqueKeysWithValues: french.map { ($0, Language.french) })
        .merging(other.map { ($0, .other) }) { french, _ in french }

    private static let french: Set<String> = [
        "le", "la", "les", "des", "du", "de", "et", "un", "une", "pour", "nous", "vous", "dans", "sur", "est", "sont",
        "avec", "au", "aux", "votre", "notre", "vos", "nos", "par", "ou", "en", "a", "que", "qui", "pas", "ce", "ses",
        "plus",
        "poste", "travail", "entreprise", "equipe", "heures", "contrat", "bien", "tous", "etre", "avoir",
    ]
    /// English, then Spanish, German, Italian, Portuguese, Polish and Romanian words that are not French ones too.
    private static let other: Set<String> = [
        "the", "and", "of", "to", "you", "we", "for", "with", "our", "your", "is", "are", "in", "will", "be",
        "this", "that", "have", "from", "who", "at", "by", "must", "can", "all", "team", "work", "working", "job",
        "looking", "skills", "company", "join", "required", "ability", "strong", "within",
        "el", "los", "las", "del", "con", "para", "por", "una", "buscamos", "trabajo", "empresa",
        "der", "die", "das", "und", "wir", "mit", "fur", "sie", "ein", "eine", "im", "zu", "von", "ist",
        "della", "di", "che", "per", "lavoro", "da", "com", "uma", "trabalho",
        "w", "z", "na", "oraz", "praca", "pe", "cu", "din", "pentru", "este",
    ]
}
