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

    /// Words of so many titles say little by themselves: « agent », « technicien ».
    static let commonTitles = 150

    /// Letters of the shortest phrase recognised by its sound alone.
    private static let shortestSpoken = 5

    private var phrases: [UInt64: [Match]] = [:]
    /// The same by the sound of their words: « techniciène de surfasse ».
    private var spoken: [UInt64: [Match]] = [:]
    private var equivalents: [UInt64: [[Lexeme]]] = [:]
    /// Occupations of each family: the letter and two digits that their codes begin with.
    private var families: [String: [Int]] = [:]
    private var familyOf: [String] = []
    private var parentOf: [ROMECode] = []
    private var titles = TitleIndex()
    private let kinship: Kinship
    /// Titles of the ROME that hold a word; 0 for one of the synonyms alone.
    private var uses: [UInt64: Int32] = [:]

    init(reference: SearchReference, analyzer: FrenchAnalyzer) {
        var ordinals: [ROMECode: Int] = [:]
        var labels: [(text: String, index: Int, certainty: Int)] = []
        for (index, occupation) in reference.occupations.enumerated() {
            ordinals[occupation.code] = index
            let family = String(occupation.code.description.prefix(3))
            families[family, default: []].append(index)
            familyOf.append(family)
            parentOf.append(occupation.parent)
            labels.append((occupation.label, index, 100))
        }
        for appellation in reference.appellations {
            if let index = ordinals[appellation.occupation] { labels.append((appellation.label, index, 90)) }
        }
        var words = [[[UInt8]]](repeating: [], count: reference.occupations.count)
        var sounds = SoundMemo()
        var parts: [(titles: [[[UInt8]]], abbreviations: [[[UInt8]]])] = []
        for label in labels {
            let label = OccupationLabel(label.text)
            parts.append(
                (label.titles.map { analyzer.lemmas($0) }, label.abbreviations.map { Self.words($0, analyzer) }))
        }
        for (label, part) in zip(labels, parts) {
            if let masculine = part.titles.first { words[label.index] += masculine }
        }
        kinship = Kinship(words)
        for (label, part) in zip(labels, parts) {
            var seen: Set<UInt64> = []
            for title in part.titles where !title.isEmpty && seen.insert(PhraseKey.of(title)).inserted {
                add(phrase: title, label.index, certainty: label.certainty, &sounds)
                titles.add(title, occupation: label.index)
                for word in Set(title) { uses[PhraseKey.of([word]), default: 0] += 1 }
            }
            for abbreviation in part.abbreviations {
                add(phrase: abbreviation, label.index, certainty: label.certainty, &sounds)
            }
        }
        for synonym in reference.synonyms {
            guard let index = synonym.occupation.flatMap({ ordinals[$0] }) else { continue }
            add(synonym, index, analyzer, &sounds)
        }
    }

    /// The occupations these words name exactly, surest first.
    func matches(_ words: ArraySlice<[UInt8]>) -> [Match] {
        phrases[PhraseKey.of(words)] ?? []
    }

    /// The occupations whose names sound like these words, a little less sure.
    func matches(soundingLike words: ArraySlice<[UInt8]>) -> [Match] {
        guard words.reduce(0, { $0 + $1.count }) >= Self.shortestSpoken else { return [] }
        return (spoken[PhraseKey.of(words.map(Sound.of))] ?? [])
            .map { Match(occupation: $0.occupation, certainty: $0.certainty * 9 / 10) }
    }

    /// Official titles of an everyday word.
    func titles(_ words: ArraySlice<[UInt8]>) -> [[Lexeme]] {
        equivalents[PhraseKey.of(words)] ?? []
    }

    /// The occupations whose titles share most of these words or hold all of them.
    func near(_ words: [[UInt8]], atMost limit: Int) -> [Match] { titles.near(words, atMost: limit) }

    /// The same of a job and the words beside it: a title that has none of the job's words is another job's.
    func near(job: [[UInt8]], beside: [[UInt8]], atMost limit: Int) -> [Match] {
        titles.near(job + beside, holding: job, atMost: limit)
    }

    /// Occupations one may look at where this one has few offers, with how near they are, 0 to 1: of the same family
    /// (`G16`: cooking), of the same parent in the ROME 3, or with alike titles.
    func relatives(of occupation: Int) -> [(occupation: Int, likeness: Float)] {
        guard familyOf.indices.contains(occupation) else { return [] }
        var likeness: [Int: Float] = [:]
        for relative in families[familyOf[occupation]] ?? [] {
            likeness[relative] = parentOf[relative] == parentOf[occupation] ? 0.5 : 0
        }
        for relative in kinship.relatives(of: occupation) {
            likeness[relative.occupation, default: 0] += relative.likeness
        }
        likeness[occupation] = nil
        return likeness.map { ($0.key, min(1, $0.value)) }.sorted { $0.0 < $1.0 }
    }

    func isCommon(_ word: [UInt8]) -> Bool { uses[PhraseKey.of([word])] ?? 0 > Self.commonTitles }

    func knows(_ word: [UInt8]) -> Bool { uses[PhraseKey.of([word])] != nil }

    private mutating func add(
        _ synonym: Synonym, _ index: Int, _ analyzer: FrenchAnalyzer, _ sounds: inout SoundMemo
    ) {
        let words = Self.words(synonym.term, analyzer)
        let isField = synonym.kind == "domaine" || synonym.kind == "sujet"
        add(phrase: words, index, certainty: isField ? Self.fieldCertainty : 95, &sounds)
        if synonym.kind != "orthographe" {
            for word in words { uses[PhraseKey.of([word]), default: 0] += 0 }
            if words.count > 1 { titles.add(words, occupation: index) }
        }
        let title = analyzer.words(synonym.equivalent).map(\.lexeme).filter { !$0.isStopWord }
        let key = PhraseKey.of(words)
        let isNew = equivalents[key]?.contains { $0.map(\.lemma) == title.map(\.lemma) } != true
        if isNew, !title.isEmpty, title.count <= 4, (equivalents[key]?.count ?? 0) < Self.titlesPerPhrase {
            equivalents[key, default: []].append(title)
        }
    }

    /// Words without stop words; an abbreviation that looks like one (`AS`, `ES`) stays.
    private static func words(_ text: String, _ analyzer: FrenchAnalyzer) -> [[UInt8]] {
        let all = analyzer.words(text).map(\.lexeme)
        return all.count == 1 ? all.map(\.lemma) : all.filter { !$0.isStopWord }.map(\.lemma)
    }

    private mutating func add(phrase words: [[UInt8]], _ index: Int, certainty: Int, _ sounds: inout SoundMemo) {
        guard !words.isEmpty, words.count <= Self.longestTitle else { return }
        let match = Match(occupation: index, certainty: certainty)
        Self.insert(match, into: &phrases[PhraseKey.of(words), default: []])
        Self.insert(match, into: &spoken[PhraseKey.of(words.map { sounds.sound($0) }), default: []])
    }

    private static func insert(_ match: Match, into matches: inout [Match]) {
        if let known = matches.firstIndex(where: { $0.occupation == match.occupation }) {
            if matches[known].certainty < match.certainty { matches[known] = match }
        } else {
            matches.append(match)
        }
        matches.sort { ($1.certainty, $0.occupation) < ($0.certainty, $1.occupation) }
    }

    /// The sounds of words met before: titles repeat theirs.
    private struct SoundMemo {
        private var known: [[UInt8]: [UInt8]] = [:]

        mutating func sound(_ word: [UInt8]) -> [UInt8] {
            if let sound = known[word] { return sound }
            let sound = Sound.of(word)
            known[word] = sound
            return sound
        }
    }
}
