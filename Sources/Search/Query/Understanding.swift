import Recruitment

/// Reads free text: which words are an occupation, a place, a filter, and which are just words.
struct Understanding {
    private(set) var concepts: [Plan.Concept] = []
    private(set) var excluded: [Plan.Clause] = []
    /// Indices of the communes named.
    private(set) var communes: [Int] = []
    private(set) var basins: [Basin] = []
    private(set) var wantsWholeDepartement = false
    /// Codes of other départements named.
    private(set) var departements: [String] = []
    private(set) var radius: Int?
    /// Numbers of those whose name is the text.
    private(set) var employers: Set<UInt32> = []
    private(set) var understood: [UnderstoodConcept] = []
    private(set) var corrections: [Correction] = []
    private(set) var correctedText: String?
    private(set) var ambiguous: [AmbiguousPlace] = []
    private(set) var stems: Set<[UInt8]> = []
    /// Words behind each concept, as typed.
    private(set) var conceptTexts: [String] = []

    private let tables: ReferenceTables
    /// For each concept, how surely it is the job that is looked for: 0 for mere words.
    private(set) var certainties: [Int] = []

    private var query: QueryText
    private var used: [Bool]

    init(_ query: QueryText, tables: ReferenceTables) {
        self.query = query
        self.tables = tables
        used = [Bool](repeating: false, count: query.words.count)
    }

    // MARK: Spelling

    /// Replaces words that `isKnown` does not know by the nearest known ones.
    mutating func correct(
        analyzer: FrenchAnalyzer, vocabulary: TitleVocabulary, isKnown: (Lexeme) -> Bool
    ) {
        var corrector = QueryCorrector(query, tables: tables, vocabulary: vocabulary)
        corrector.run(isKnown: isKnown)
        guard let corrected = corrector.correctedText else { return }
        corrections = corrector.corrections
        correctedText = corrected
        query = QueryText(corrected, analyzer: analyzer)
        used = [Bool](repeating: false, count: query.words.count)
    }

    // MARK: Reading

    /// - Parameter employers: a text that is the whole name of one asks for its offers before all others.
    mutating func read(employers names: NameTable, vocabulary: TitleVocabulary) {
        readRadius()
        readSigned()
        var index = 0
        while index < query.words.count {
            guard isFree(index) else {
                index += 1
                continue
            }
            let occupation = occupationMatch(at: index)
            let place = placeMatch(at: index)
            let filter = filterMatch(at: index)
            let longest = max(occupation?.length ?? 0, place?.length ?? 0, filter?.length ?? 0)
            if let filter, filter.length == longest {
                take(filter: filter.phrase, index..<index + filter.length)
            } else if let place, place.length == longest {
                take(place: place.meaning, index..<index + place.length)
            } else if let occupation, occupation.length == longest {
                take(occupation: occupation, index..<index + occupation.length, vocabulary)
            } else {
                index += 1
                continue
            }
            index += longest
        }
        readAbbreviation(vocabulary)
        readRest(vocabulary)
        widenMainJob()
        readEmployer(names)
        understood.sort { $0.range.lowerBound < $1.range.lowerBound }
    }

    /// Reads a text that can only be a place: the field of its own.
    mutating func readPlaceOnly() {
        readRadius()
        for index in query.words.indices where isFree(index) {
            if let place = placeMatch(at: index, mayBegin: true) {
                take(place: place.meaning, index..<index + place.length)
            }
        }
    }

    private func isFree(_ index: Int) -> Bool { !used[index] && query.words[index].role == .plain }

    private func range(_ indices: Range<Int>) -> Range<Int> {
        query.words[indices.lowerBound].range.lowerBound..<query.words[indices.upperBound - 1].range.upperBound
    }

    private func folded(_ index: Int) -> [UInt8] {
        query.words.indices.contains(index) ? query.words[index].lexeme.folded : []
    }

    private func spell(_ word: String) -> [UInt8] { Array(word.utf8) }

    private func spelled(_ index: Int) -> String { String(decoding: folded(index), as: UTF8.self) }

    // MARK: Radius

    private mutating func readRadius() {
        for index in query.words.indices where isFree(index) {
            let word = String(decoding: folded(index), as: UTF8.self)
            let isUnit: (String) -> Bool = { ["km", "kms", "kilometre", "kilometres"].contains($0) }
            if let number = Int(word), isUnit(String(decoding: folded(index + 1), as: UTF8.self)) {
                radius = min(max(0, number), SearchLimits.widestRadius)
                used[index] = true
                used[index + 1] = true
            } else if let cut = word.firstIndex(where: { $0.isLetter }), let number = Int(word[..<cut]),
                isUnit(String(word[cut...]))
            {
                radius = min(max(0, number), SearchLimits.widestRadius)
                used[index] = true
            }
        }
        guard radius != nil else { return }
        for index in query.words.indices where isFree(index) && folded(index) == spell("rayon") { used[index] = true }
    }

    // MARK: Quotes and minus

    private mutating func readSigned() {
        var groups: [QueryText.Role: [Int]] = [:]
        var order: [QueryText.Role] = []
        for (index, word) in query.words.enumerated() where word.role != .plain {
            if groups[word.role] == nil { order.append(word.role) }
            groups[word.role, default: []].append(index)
        }
        for role in order {
            let indices = groups[role] ?? []
            guard let clause = clause(indices, isPhrase: true) else { continue }
            for index in indices { used[index] = true }
            if case .excluded = role {
                excluded.append(clause)
            } else {
                append(Plan.Concept(clauses: [clause]), text: indices)
            }
        }
    }

    private mutating func clause(_ indices: [Int], isPhrase: Bool, isProminent: Bool = false) -> Plan.Clause? {
        var words: [Plan.Word] = []
        var step = 0
        for index in indices {
            let lexeme = query.words[index].lexeme
            step += 1
            guard isContent(index) else { continue }
            words.append(
                Plan.Word(
                    stem: TermHash(stem: lexeme.stem), lemma: TermHash(lemma: lexeme.lemma),
                    step: words.isEmpty ? 1 : step, isCommon: tables.lexicon.isCommon(lexeme.lemma)))
            step = 0
            stems.insert(lexeme.stem)
        }
        return words.isEmpty ? nil : Plan.Clause(words: words, isPhrase: isPhrase, isProminent: isProminent)
    }

    private static func word(_ lexeme: Lexeme) -> Plan.Word {
        Plan.Word(stem: TermHash(stem: lexeme.stem), lemma: TermHash(lemma: lexeme.lemma))
    }

    private func isContent(_ index: Int) -> Bool {
        let word = query.words[index]
        guard word.lexeme.isStopWord, index != abbreviation else { return true }
        return query.words.count == 1 || word.isCapital && word.lexeme.folded.count > 1
    }

    private mutating func append(_ concept: Plan.Concept, text indices: [Int], certainty: Int = 0) {
        let joins = indices.first.map { query.words[$0].followsOr } ?? false
        let text = indices.map { query.text(in: query.words[$0].range) }.joined(separator: " ")
        if joins, var last = concepts.popLast() {
            last.clauses += concept.clauses
            last.fallback += concept.fallback
            last.hints += concept.hints
            last.occupations += concept.occupations
            concepts.append(last)
            conceptTexts.append((conceptTexts.popLast() ?? "") + " " + text)
            certainties.append(max(certainties.popLast() ?? 0, certainty))
        } else {
            concepts.append(concept)
            certainties.append(certainty)
            conceptTexts.append(text)
        }
    }

    // MARK: Occupations

    private struct OccupationMatch {
        let length: Int
        let matches: [OccupationLexicon.Match]
        let titles: [[Lexeme]]
    }

    private func occupationMatch(at start: Int) -> OccupationMatch? {
        guard isContent(start) else { return nil }
        if let code = occupationCode(at: start) { return code }
        // « la poste » is an employer; « poste d'infirmier » is none.
        let isOffer =
            StopWords.isSmallTalk(folded(start))
            && query.words.indices.contains { $0 != start && isContent($0) && !StopWords.isSmallTalk(folded($0)) }
        var words: [[UInt8]] = []
        var best: OccupationMatch?
        var hasUnknown = false
        var end = start
        while end < query.words.count, isFree(end), words.count < OccupationLexicon.longestTitle {
            if end > start, query.words[end].followsOr { break }
            if isContent(end) {
                let lemma = query.words[end].lexeme.lemma
                words.append(lemma)
                hasUnknown = hasUnknown || !tables.lexicon.knows(lemma)
                var matches = tables.lexicon.matches(words[...])
                if matches.isEmpty, hasUnknown { matches = tables.lexicon.matches(soundingLike: words[...]) }
                if !matches.isEmpty, !isOffer || words.count > 1, !addsFilter(best, matches, start, end) {
                    best = OccupationMatch(
                        length: end - start + 1, matches: matches, titles: tables.lexicon.titles(words[...]))
                }
            }
            end += 1
        }
        return best
    }

    /// « infirmière de nuit »: the longer name is the job of the shorter one and a filter, which says more.
    private func addsFilter(
        _ shorter: OccupationMatch?, _ matches: [OccupationLexicon.Match], _ start: Int, _ end: Int
    ) -> Bool {
        guard let shorter, shorter.matches.first?.occupation == matches.first?.occupation else { return false }
        return (start + shorter.length...end).contains { index in
            filterMatch(at: index).map { index + $0.length == end + 1 } ?? false
        }
    }

    /// « as vichy »: an abbreviation that is also a word of no meaning stands for its job where no other word does.
    private mutating func readAbbreviation(_ vocabulary: TitleVocabulary) {
        let rest = query.words.indices.filter { isFree($0) && !StopWords.isSmallTalk(folded($0)) }
        guard certainties.allSatisfy({ $0 <= OccupationLexicon.fieldCertainty }), let first = rest.first,
            rest.allSatisfy({ query.words[$0].lexeme.isStopWord }), !["tu", "vous"].contains(spelled(first + 1))
        else { return }
        abbreviation = first
        if let match = occupationMatch(at: first), match.length == 1 {
            take(occupation: match, first..<first + 1, vocabulary)
        } else {
            abbreviation = nil
        }
    }

    private var abbreviation: Int?

    /// « J1506 »: a code of the ROME 4, or of the ROME 3 with all that came of it.
    private func occupationCode(at index: Int) -> OccupationMatch? {
        let word = folded(index)
        guard word.count == 5, let letter = word.first, letter >= 0x61, letter <= 0x6E,
            word.dropFirst().allSatisfy({ $0 >= 0x30 && $0 <= 0x39 })
        else { return nil }
        let code = String(decoding: word, as: UTF8.self).uppercased()
        let named = [tables.occupation(code)].compactMap { $0 } + tables.occupations(under: code)
        guard !named.isEmpty else { return nil }
        var seen: Set<Int> = []
        let matches = named.filter { seen.insert($0).inserted }
            .map { OccupationLexicon.Match(occupation: $0, certainty: 100) }
        return OccupationMatch(length: 1, matches: matches, titles: [])
    }

    private mutating func take(
        occupation match: OccupationMatch, _ indices: Range<Int>, _ vocabulary: TitleVocabulary
    ) {
        let content = indices.filter { isContent($0) }
        guard var clause = clause(content, isPhrase: false) else { return }
        clause.isProminent = content.count > 1
        let kept = match.matches.prefix(SearchLimits.occupationsPerConcept)
        let weights = kept.map {
            Plan.OccupationWeight(
                occupation: $0.occupation + 1, weight: Scoring.occupation * Int32($0.certainty) / 100)
        }
        let titles = match.titles.map { title in
            Plan.Clause(words: title.map(Self.word), percent: 45).inTitle
        }
        let certainty = kept.first?.certainty ?? 0
        let named = content.map { query.words[$0].lexeme.lemma }
        if certainty > certainties.max() ?? 0 {
            wordsBeside += jobWords
            jobWords = named
        } else {
            wordsBeside += named
        }
        // A job's name elsewhere than in the title (« sous la responsabilité de l'infirmier ») is another job; that of a trade
        // or a workplace is not.
        let isJob = certainty > OccupationLexicon.fieldCertainty
        append(
            Plan.Concept(
                clauses: [isJob ? clause.inTitle : clause] + titles + (isJob ? [] : cousins(content, vocabulary)),
                fallback: isJob ? [clause] : [], hints: isJob ? hints(content) : [],
                occupations: Array(weights)),
            text: Array(indices), certainty: certainty)
        for index in indices { used[index] = true }
        let range = range(indices)
        let words = query.text(in: range)
        understood.append(
            UnderstoodConcept(
                kind: .occupation, label: words,
                codes: kept.compactMap { tables.occupationCode($0.occupation)?.description }, range: range,
                textWithout: query.replacing(range, by: "\"" + words + "\"")))
    }

    // MARK: Filters

    private func filterMatch(at start: Int) -> (length: Int, phrase: FilterPhrase)? {
        var key: [[UInt8]] = []
        var best: (length: Int, phrase: FilterPhrase)?
        for end in start..<min(query.words.count, start + FilterPhrase.longest) where isFree(end) {
            guard end == start + key.count else { break }
            key.append(folded(end))
            if let phrase = FilterPhrase.phrase(key) { best = (key.count, phrase) }
        }
        return best
    }

    private mutating func take(filter phrase: FilterPhrase, _ indices: Range<Int>) {
        let range = range(indices)
        let concept = UnderstoodConcept(
            kind: phrase.kind, label: phrase.label, codes: phrase.codes, range: range,
            textWithout: query.replacing(range, by: ""))
        understood.append(concept)
        for index in indices { used[index] = true }
        pending.append((concept, phrase.condition))
    }

    /// Filters read from the text, with what they came from.
    private(set) var pending: [(concept: UnderstoodConcept, condition: FilterPhrase.Condition)] = []

    // MARK: Places

    private enum PlaceMeaning {
        case communes([Int], label: String)
        case ambiguous([Int])
        case basin(Basin)
        case departement
        case neighbour(code: String, name: String)
    }

    private func placeMatch(at start: Int, mayBegin: Bool = false) -> (length: Int, meaning: PlaceMeaning)? {
        let first = folded(start)
        if first.count == 5, first.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) {
            let code = String(decoding: first, as: UTF8.self)
            let communes = tables.places.communes(postcode: code)
            if !communes.isEmpty { return (1, .communes(communes, label: code)) }
            if let commune = tables.commune(code) {
                return (1, .communes([commune], label: tables.reference.communes[commune].name))
            }
            return nil
        }
        if first == spell("allier") || first == spell(tables.reference.departement) { return (1, .departement) }
        if first == spell("bassin") { return basinMatch(at: start) }
        if let neighbour = neighbourMatch(at: start) { return neighbour }
        let isIntroduced = introduces(before: start) || PlaceLexicon.isArticle(first)
        var words: [[UInt8]] = []
        var best: (length: Int, meaning: PlaceMeaning)?
        var end = start
        while end < query.words.count, isFree(end), end - start < 2 * PlaceLexicon.longestName,
            words.count < PlaceLexicon.longestName
        {
            let word = folded(end)
            if PlaceLexicon.isConnector(word) {
                guard end > start || PlaceLexicon.isArticle(word) else { return nil }
            } else {
                words.append(word)
                let isLong = words.count > 1 || word.count >= 6
                let isWord = words.count == 1 && tables.lexicon.knows(query.words[end].lexeme.lemma)
                let allowsBeginning = mayBegin || !isWord && (isIntroduced || isLong)
                if let match = tables.places.match(words, allowsBeginning: allowsBeginning),
                    mayBegin || isIntroduced || isUnmistakable(words, match, at: end)
                {
                    best = (end - start + 1, meaning(match))
                }
            }
            end += 1
        }
        return best
    }

    private func meaning(_ match: PlaceLexicon.Match) -> PlaceMeaning {
        switch match {
        case .commune(let commune): .communes([commune], label: tables.reference.communes[commune].name)
        case .ambiguous(let communes): .ambiguous(communes)
        }
    }

    private func basinMatch(at start: Int) -> (length: Int, meaning: PlaceMeaning)? {
        for end in start + 1..<max(start + 1, min(query.words.count, start + 4)) {
            let word = String(decoding: folded(end), as: UTF8.self)
            if let basin = Basin.allCases.first(where: { $0.rawValue == word }) {
                return (end - start + 1, .basin(basin))
            }
        }
        return nil
    }

    /// « Puy-de-Dôme », « 63 »: a neighbouring département. « Cher » and « Loire » are words too: not without « dans ».
    private func neighbourMatch(at start: Int) -> (length: Int, meaning: PlaceMeaning)? {
        for (code, name) in Self.neighbours {
            let words = Folding.folded(name).split(separator: 0x20).map { Array($0) }
            let isNamed = words.indices.allSatisfy { folded(start + $0) == words[$0] && isFree(start + $0) }
            let isSure =
                words.count > 1 || words[0].count > 5
                || (1...2).contains { start >= $0 && folded(start - $0) == spell("dans") }
            if isNamed, isSure { return (words.count, .neighbour(code: code, name: name)) }
            if folded(start) == spell(code), code != tables.reference.departement {
                return (1, .neighbour(code: code, name: name))
            }
        }
        return nil
    }

    static let neighbourWords = Set(
        neighbours.flatMap { Folding.folded($0.1).split(separator: 0x20).map { Array($0) } } + [Array("allier".utf8)])

    private static let neighbours = [
        ("63", "Puy-de-Dôme"), ("71", "Saône-et-Loire"), ("58", "Nièvre"), ("23", "Creuse"), ("42", "Loire"),
        ("18", "Cher"), ("36", "Indre"), ("19", "Corrèze"), ("69", "Rhône"),
    ]

    private func introduces(before start: Int) -> Bool {
        guard start > 0 else { return false }
        let before = String(decoding: folded(start - 1), as: UTF8.self)
        if Self.introductions.contains(before) { return true }
        guard ["de", "du", "d"].contains(before), start > 1 else { return false }
        return Self.introductions.contains(String(decoding: folded(start - 2), as: UTF8.self))
    }

    private static let introductions: Set<String> = [
        "a", "au", "aux", "sur", "vers", "autour", "pres", "proche", "secteur", "region", "environs", "alentours",
        "cote",
        "ville", "km", "commune",
    ]

    /// A commune named without a preposition: not where its name is also a word of occupations, unless it is a town.
    private func isUnmistakable(_ words: [[UInt8]], _ match: PlaceLexicon.Match, at index: Int) -> Bool {
        if words.count == 1, words[0].count >= 6, !tables.lexicon.knows(query.words[index].lexeme.lemma) { return true }
        guard words.count == 1 else { return true }
        if case .commune(let commune) = match, tables.reference.communes[commune].population >= 2_000 { return true }
        return !tables.lexicon.knows(query.words[index].lexeme.lemma) && words[0].count >= 4
    }

    private mutating func take(place: PlaceMeaning, _ named: Range<Int>) {
        var indices = named
        while indices.lowerBound > 0, isFree(indices.lowerBound - 1),
            isEmpty(indices.lowerBound - 1)
        {
            indices = indices.lowerBound - 1..<indices.upperBound
        }
        for index in indices { used[index] = true }
        let range = range(indices)
        let without = query.replacing(range, by: "")
        let label: String
        let codes: [String]
        switch place {
        case .communes(let members, let name):
            communes += members
            label = name
            codes = members.map { tables.reference.communes[$0].code.description }
        case .ambiguous(let choices):
            communes += choices
            label = query.text(in: self.range(named))
            codes = choices.map { tables.reference.communes[$0].code.description }
            ambiguous.append(
                AmbiguousPlace(
                    text: query.text(in: self.range(named)),
                    choices: choices.map { tables.reference.communes[$0].code }, textWithout: without))
        case .basin(let basin):
            basins.append(basin)
            label = "bassin de " + basin.name
            codes = [basin.rawValue]
        case .neighbour(let code, let name):
            departements.append(code)
            label = name
            codes = [code]
        case .departement:
            wantsWholeDepartement = true
            label = "Allier"
            codes = [tables.reference.departement]
        }
        understood.append(
            UnderstoodConcept(kind: .place, label: label, codes: codes, range: range, textWithout: without))
    }

    /// Whether a word before a place belongs to it, as « à » or « autour de » do, rather than being an abbreviation.
    private func isEmpty(_ index: Int) -> Bool {
        let lexeme = query.words[index].lexeme
        return lexeme.isStopWord
            ? tables.lexicon.matches([lexeme.lemma]).isEmpty : StopWords.isSmallTalk(lexeme.folded)
    }

    // MARK: What is left

    private mutating func readRest(_ vocabulary: TitleVocabulary) {
        var group: [Int] = []
        for index in query.words.indices {
            guard isFree(index), isContent(index), !StopWords.isSmallTalk(folded(index)) else {
                if !isFree(index) { flush(&group, vocabulary) }
                continue
            }
            if query.words[index].followsOr { flush(&group, vocabulary) }
            group.append(index)
        }
        flush(&group, vocabulary)
    }

    private mutating func readEmployer(_ names: NameTable) {
        let indices = query.words.indices.filter { query.words[$0].role == .plain && isContent($0) }
        guard indices.count > 1, indices.count <= SearchLimits.wordsOfName,
            let clause = clause(indices, isPhrase: false)
        else { return }
        employers = Set(names.numbers(of: Folding.folded(query.text)).map { UInt32($0) })
        guard !employers.isEmpty else { return }
        let name = Plan.Clause(words: clause.words, isProminent: true)
        if concepts.isEmpty { append(Plan.Concept(clauses: [name], isRequired: false), text: indices) }
        for index in concepts.indices { concepts[index].clauses.append(name) }
    }

    /// « aide maternelle école », « vendeur de vérandas »: the words beside the job, taken with it, may name a nearer one.
    private mutating func widenMainJob() {
        guard let best = certainties.max(), best > 0, let main = certainties.firstIndex(of: best),
            !jobWords.isEmpty, !wordsBeside.isEmpty
        else { return }
        var known = Set(concepts[main].occupations.map(\.occupation))
        let whole = tables.lexicon.near(
            job: jobWords, beside: wordsBeside, atMost: SearchLimits.occupationsBeside)
        for match in whole where known.insert(match.occupation + 1).inserted {
            let weight = Scoring.occupation * Int32(match.certainty) / 100
            concepts[main].occupations.append(.init(occupation: match.occupation + 1, weight: weight))
        }
    }

    /// Lemmas of the surest job, and of the words that are neither job nor place nor filter.
    private var jobWords: [[UInt8]] = []
    private var wordsBeside: [[UInt8]] = []

    /// Titles that have another word of the family of one that was typed: « parfumerie » for « parfum ».
    private func cousins(_ indices: [Int], _ vocabulary: TitleVocabulary) -> [Plan.Clause] {
        guard indices.count == 1, let lemma = indices.first.map({ query.words[$0].lexeme.lemma }) else { return [] }
        return vocabulary.cousins(of: lemma).map { cousin in
            let term = TermHash(lemma: cousin)
            return Plan.Clause(words: [Plan.Word(stem: term, lemma: term)], percent: Self.cousinPercent)
        }
    }

    private static let cousinPercent: Int32 = 45

    /// « vente en boulangerie »: of the job's offers, those whose titles have one of its words come first.
    private func hints(_ indices: [Int]) -> [Plan.Clause] {
        guard indices.count > 1 else { return [] }
        return indices.map { query.words[$0].lexeme.lemma }.filter { !tables.lexicon.isCommon($0) }.map { lemma in
            let term = TermHash(lemma: lemma)
            return Plan.Clause(words: [Plan.Word(stem: term, lemma: term)], percent: Self.hintPercent)
        }
    }

    private static let hintPercent: Int32 = 30

    private mutating func flush(_ group: inout [Int], _ vocabulary: TitleVocabulary) {
        defer { group = [] }
        guard let clause = clause(group, isPhrase: false) else { return }
        wordsBeside += group.map { query.words[$0].lexeme.lemma }
        // Beside an occupation, words describe it; alone, they may stand for one.
        let near =
            certainties.contains { $0 > 0 }
            ? []
            : tables.lexicon.near(
                group.map { query.words[$0].lexeme.lemma }, atMost: SearchLimits.occupationsPerConcept)
        let weights = near.map {
            Plan.OccupationWeight(
                occupation: $0.occupation + 1, weight: Scoring.occupation * Int32($0.certainty) / 100)
        }
        append(
            Plan.Concept(clauses: [clause] + cousins(group, vocabulary), occupations: weights), text: group)
        for index in group { used[index] = true }
    }
}
