import Recruitment

/// The mistakes of the keyboard in a query, and what was meant: by letters, by sound, and by the words beside.
struct QueryCorrector {
    private(set) var corrections: [Correction] = []
    /// The whole text with its corrections; nil where there are none.
    private(set) var correctedText: String?

    private let query: QueryText
    private let tables: ReferenceTables
    private let vocabulary: TitleVocabulary
    private var replacements: [(range: Range<Int>, by: String)] = []
    /// The words as they are read, masculine singular; nil for those that say nothing.
    private var lemmas: [[UInt8]?]

    /// Words on either side that are tried together with a corrected one.
    private static let context = 3
    /// A town at least so large is meant by its name without the `s` that is not heard.
    private static let town = 5_000

    init(_ query: QueryText, tables: ReferenceTables, vocabulary: TitleVocabulary) {
        self.query = query
        self.tables = tables
        self.vocabulary = vocabulary
        lemmas = query.words.map { $0.lexeme.isStopWord || $0.role != .plain ? nil : $0.lexeme.lemma }
    }

    /// - Parameter isKnown: whether offers have the word.
    mutating func run(isKnown: (Lexeme) -> Bool) {
        var isJoined = false
        for (index, word) in query.words.enumerated()
        where word.role == .plain && replacements.count < SearchLimits.corrections {
            if isJoined {
                isJoined = false
                continue
            }
            if let whole = joined(index, isKnown) {
                let range = word.range.lowerBound..<query.words[index + 1].range.upperBound
                replace(range, by: tables.spelling.spelled(whole))
                isJoined = true
            } else if let town = town(index) {
                replace(word.range, by: tables.spelling.spelled(town))
            } else if !isRight(word.lexeme, isKnown) {
                correct(index)
            }
        }
        guard !replacements.isEmpty else { return }
        var octets = Array(query.text.utf8)
        for (range, replacement) in replacements.reversed() {
            octets.replaceSubrange(range, with: Array(replacement.utf8))
        }
        correctedText = String(decoding: octets, as: UTF8.self)
    }

    private mutating func replace(_ range: Range<Int>, by replacement: String) {
        replacements.append((range, replacement))
        corrections.append(Correction(original: query.text(in: range), replacement: replacement))
    }

    private func isRight(_ lexeme: Lexeme, _ isKnown: (Lexeme) -> Bool) -> Bool {
        lexeme.isStopWord || StopWords.isSmallTalk(lexeme.folded) || isKnown(lexeme)
            || tables.spelling.contains(lexeme.folded) || Understanding.neighbourWords.contains(lexeme.folded)
            || !tables.lexicon.matches([lexeme.lemma]).isEmpty
    }

    private mutating func correct(_ index: Int) {
        let word = query.words[index]
        let typed = word.lexeme.folded
        if let (letters, digits) = Self.parted(typed) {
            guard tables.spelling.contains(letters) || !tables.lexicon.matches([letters]).isEmpty else { return }
            replace(word.range, by: spelled(letters, digits))
        } else if let (left, right) = tables.spelling.split(typed) {
            replace(word.range, by: tables.spelling.spelled(left) + " " + tables.spelling.spelled(right))
        } else if let nearest = fitting(tables.spelling.nearest(to: typed, alsoIn: vocabulary), at: index) {
            lemmas[index] = WordForms.lemma(nearest)
            replace(word.range, by: tables.spelling.spelled(nearest))
        }
    }

    private func spelled(_ letters: [UInt8], _ digits: [UInt8]) -> String {
        [letters, digits].map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
    }

    /// Of the candidates, best first, the one that names a job together with most of the words beside it: « ouvrier » in
    /// « ouvreir agricole », whatever « ouvreur » sounds like.
    private func fitting(_ candidates: [[UInt8]], at index: Int) -> [UInt8]? {
        var best: (length: Int, word: [UInt8])?
        for candidate in candidates {
            let length = longestPhrase(WordForms.lemma(candidate), at: index)
            if length > best?.length ?? 0 { best = (length, candidate) }
        }
        return best?.word
    }

    /// Words of the longest name of a job that holds `lemma` in the place of the word at `index`; 1 where none does.
    private func longestPhrase(_ lemma: [UInt8], at index: Int) -> Int {
        let before = lemmas[max(0, index - Self.context)..<index].compactMap { $0 }
        let after = lemmas[(index + 1)...].prefix(Self.context).compactMap { $0 }
        var longest = 1
        for left in 0...before.count {
            for right in 0...after.count where left + right + 1 > longest {
                let words = before.suffix(left) + [lemma] + after.prefix(right)
                if !tables.lexicon.matches(words[...]).isEmpty { longest = words.count }
            }
        }
        return longest
    }

    /// Letters and digits written as one: « ssiap1 ».
    private static func parted(_ word: [UInt8]) -> (letters: [UInt8], digits: [UInt8])? {
        let letters = word.prefix { $0 >= 0x61 && $0 <= 0x7A }
        let digits = word[letters.endIndex...]
        guard letters.count > 2, !digits.isEmpty, digits.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
        return (Array(letters), Array(digits))
    }

    /// One known word written as two, of which one is none: « electro technicien ».
    private func joined(_ index: Int, _ isKnown: (Lexeme) -> Bool) -> [UInt8]? {
        guard index + 1 < query.words.count, query.words[index + 1].role == .plain else { return nil }
        let (left, right) = (query.words[index].lexeme, query.words[index + 1].lexeme)
        guard !left.isStopWord, !right.isStopWord, !isKnown(left) || !isKnown(right) else { return nil }
        let whole = left.folded + right.folded
        return whole.count >= 8 && tables.spelling.contains(whole) ? whole : nil
    }

    /// « cuisinier moulin »: a town without its last letter, which is not heard, where it ends the query and is no part of
    /// a job's name.
    private func town(_ index: Int) -> [UInt8]? {
        guard index > 0, index == query.words.count - 1, let lemma = lemmas[index] else { return nil }
        let before = query.words[index - 1].lexeme
        let name = query.words[index].lexeme.folded + [UInt8(ascii: "s")]
        guard !before.isStopWord || before.folded == [UInt8(ascii: "a")],
            case .commune(let commune) = tables.places.match([name], allowsBeginning: false),
            tables.reference.communes[commune].population >= Self.town, longestPhrase(lemma, at: index) == 1
        else { return nil }
        return name
    }
}
