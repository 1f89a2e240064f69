import Recruitment

/// Occupations by the words people use: titles of the ROME in both genders, abbreviations, everyday synonyms.
struct OccupationLexicon: Sendable {
    struct Match: Sendable, Hashable {
        /// Index in the reference's occupations.
        let occupation: Int
        /// 1…100: how surely the words mean it.
        let certainty: Int
    }

    /// Longest title recognised, words without stop words.
    static let longestTitle = 8

    /// Official titles kept for one everyday word.
    static let titlesPerPhrase = 3

    /// Certainty of words that name a trade or a workplace rather than a job: « bâtiment », « EHPAD ».
    static let fieldCertainty = 80

    private var phrases: [UInt64: [Match]] = [:]
    private var equivalents: [UInt64: [[Lexeme]]] = [:]
    /// Occupations of each family: the letter and two digits that their codes begin with.
    private var families: [String: [Int]] = [:]
    private var familyOf: [String] = []
    private var titles: [Title] = []
    private var titlesByWord: [UInt64: [Int32]] = [:]

    private struct Title: Sendable {
        let occupation: Int32
        let words: [UInt64]
    }

    init(reference: SearchReference, analyzer: FrenchAnalyzer) {
        var ordinals: [ROMECode: Int] = [:]
        for (index, occupation) in reference.occupations.enumerated() {
            ordinals[occupation.code] = index
            let family = String(occupation.code.description.prefix(3))
            families[family, default: []].append(index)
            familyOf.append(family)
            add(label: occupation.label, index, certainty: 100, analyzer)
        }
        for appellation in reference.appellations {
            guard let index = ordinals[appellation.occupation] else { continue }
            add(label: appellation.label, index, certainty: 80, analyzer)
        }
        for synonym in reference.synonyms {
            guard let code = synonym.occupation, let index = ordinals[code] else { continue }
            let words = Self.words(synonym.term, analyzer)
            add(phrase: words, index, certainty: synonym.kind == "domaine" ? Self.fieldCertainty : 95)
            let title = analyzer.words(synonym.equivalent).map(\.lexeme).filter { !$0.isStopWord }
            let key = PhraseKey.of(words)
            let isNew = equivalents[key]?.contains { $0.map(\.lemma) == title.map(\.lemma) } != true
            if isNew, !title.isEmpty, title.count <= 4, (equivalents[key]?.count ?? 0) < Self.titlesPerPhrase {
                equivalents[key, default: []].append(title)
            }
        }
    }

    /// The occupations these words name exactly, surest first.
    func matches(_ words: ArraySlice<[UInt8]>) -> [Match] {
        phrases[PhraseKey.of(words)] ?? []
    }

    /// Official titles of an everyday word.
    func titles(_ words: ArraySlice<[UInt8]>) -> [[Lexeme]] {
        equivalents[PhraseKey.of(words)] ?? []
    }

    /// Occupations of the same family (`G16`: cooking), itself included.
    func family(of occupation: Int) -> [Int] {
        familyOf.indices.contains(occupation) ? families[familyOf[occupation]] ?? [] : []
    }

    /// The occupations whose titles share most of these words, by weight of the rarer words; empty where none is near.
    func near(_ words: [[UInt8]], atMost limit: Int) -> [Match] {
        let keys = Array(Set(words.prefix(Self.longestTitle).map { PhraseKey.of([$0]) }))
        guard !keys.isEmpty else { return [] }
        var shares: [Int32: Float] = [:]
        var whole: Float = 0
        for key in keys {
            let list = titlesByWord[key] ?? []
            let weight = rarity(list.count)
            whole += weight
            for title in list.prefix(4_000) { shares[title, default: 0] += weight }
        }
        var best: [Int: Float] = [:]
        for (title, share) in shares {
            let words = titles[Int(title)].words
            var own: Float = 0
            for word in words { own += rarity(titlesByWord[word]?.count ?? 0) }
            let likeness = 2 * share / (whole + own)
            let occupation = Int(titles[Int(title)].occupation)
            best[occupation] = max(best[occupation] ?? 0, likeness)
        }
        return best.filter { $0.value >= 0.55 }
            .sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }.prefix(limit)
            .map { Match(occupation: $0.key, certainty: Int($0.value * 75)) }
    }

    /// Words of so many titles say little by themselves: « agent », « technicien ».
    static let commonTitles = 150

    func isCommon(_ word: [UInt8]) -> Bool { titlesByWord[PhraseKey.of([word])]?.count ?? 0 > Self.commonTitles }

    func knows(_ word: [UInt8]) -> Bool { titlesByWord[PhraseKey.of([word])] != nil }

    private func rarity(_ count: Int) -> Float {
        // Titles number some 15,000: from 1 for the commonest words to 14 for a word of one title.
        Float(max(1, 15 - (Int.bitWidth - count.leadingZeroBitCount)))
    }

    private mutating func add(label: String, _ index: Int, certainty: Int, _ analyzer: FrenchAnalyzer) {
        let parts = OccupationLabel(label)
        var seen: Set<UInt64> = []
        for title in parts.titles {
            let words = analyzer.lemmas(title)
            guard !words.isEmpty, seen.insert(PhraseKey.of(words)).inserted else { continue }
            add(phrase: words, index, certainty: certainty)
            let keys = Array(Set(words.map { PhraseKey.of([$0]) }))
            for key in keys { titlesByWord[key, default: []].append(Int32(titles.count)) }
            titles.append(Title(occupation: Int32(index), words: keys))
        }
        for abbreviation in parts.abbreviations {
            add(phrase: Self.words(abbreviation, analyzer), index, certainty: certainty)
        }
    }

    /// Words without stop words; an abbreviation that looks like one (`AS`, `ES`) stays.
    private static func words(_ text: String, _ analyzer: FrenchAnalyzer) -> [[UInt8]] {
        let all = analyzer.words(text).map(\.lexeme)
        return all.count == 1 ? all.map(\.lemma) : all.filter { !$0.isStopWord }.map(\.lemma)
    }

    private mutating func add(phrase words: [[UInt8]], _ index: Int, certainty: Int) {
        guard !words.isEmpty, words.count <= Self.longestTitle else { return }
        let key = PhraseKey.of(words)
        var matches = phrases[key] ?? []
        if let known = matches.firstIndex(where: { $0.occupation == index }) {
            if matches[known].certainty < certainty {
                matches[known] = Match(occupation: index, certainty: certainty)
            }
        } else {
            matches.append(Match(occupation: index, certainty: certainty))
        }
        matches.sort { $0.certainty != $1.certainty ? $0.certainty > $1.certainty : $0.occupation < $1.occupation }
        phrases[key] = matches
    }
}
