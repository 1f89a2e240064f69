import Recruitment

/// Known words, and the nearest of them to a word that is not.
struct Spelling: Sendable {
    private struct Entry: Sendable {
        let word: [UInt8]
        let letters: UInt32
        let frequency: Int32
    }

    private var entries: [Entry] = []
    private var known: [[UInt8]: Int] = [:]
    private var byLength: [[Int32]] = Array(repeating: [], count: FrenchAnalyzer.longestWord + 1)
    /// Words that have accents.
    private var accented: [[UInt8]: String] = [:]
    private var bySound: [[UInt8]: [Int32]] = [:]

    static let shortestCorrected = 4
    static let shortestCompleted = 3

    init(reference: SearchReference, analyzer: FrenchAnalyzer) {
        var counts: [[UInt8]: Int32] = [:]
        var spellings: [[UInt8]: String] = [:]
        func count(_ text: String, _ weight: Int32) {
            let octets = Array(text.utf8)
            for (token, lexeme) in analyzer.words(text) where !lexeme.isStopWord {
                counts[lexeme.folded, default: 0] += weight
                // Official labels leave the accent off capitals: a spelling with more accents is the better one.
                let spelling = String(decoding: octets[Int(token.start)..<Int(token.end)], as: UTF8.self).lowercased()
                guard Folding.folded(spelling) == lexeme.folded else { continue }
                if spelling.utf8.count > spellings[lexeme.folded]?.utf8.count ?? lexeme.folded.count {
                    spellings[lexeme.folded] = spelling
                }
            }
        }
        for appellation in reference.appellations { count(appellation.label, 1) }
        for occupation in reference.occupations { count(occupation.label, 5) }
        for synonym in reference.synonyms where synonym.kind != "orthographe" {
            count(synonym.term, 5)
            count(synonym.equivalent, 2)
        }
        for word in FilterPhrase.words { counts[word, default: 0] += 5 }
        for commune in reference.communes { count(commune.name, commune.population > 2_000 ? 20 : 3) }
        for (word, frequency) in counts.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
            add(word, frequency)
        }
        accented = spellings
    }

    /// A known word as it is written, with its accents.
    func spelled(_ word: [UInt8]) -> String { accented[word] ?? String(decoding: word, as: UTF8.self) }

    func contains(_ word: [UInt8]) -> Bool { known[word] != nil }

    /// The nearest known words, best first: by letters changed, by sound, then by how common they are.
    func nearest(to word: [UInt8], alsoIn vocabulary: TitleVocabulary) -> [UInt8]? {
        guard word.count >= Self.shortestCompleted, word.count <= 30, word.allSatisfy({ $0 >= 0x61 && $0 <= 0x7A })
        else { return nil }
        guard word.count >= Self.shortestCorrected else { return completion(word) }
        let reach = word.count >= 8 ? 2 : 1
        let letters = Self.letters(word)
        var best: (cost: Int, frequency: Int32, word: [UInt8])?
        func consider(_ candidate: [UInt8], _ cost: Int, _ frequency: Int32) {
            if let best, (best.cost, -best.frequency) <= (cost, -frequency) { return }
            best = (cost, frequency, candidate)
        }
        for length in max(3, word.count - reach)...(word.count + reach) where length < byLength.count {
            for index in byLength[length] {
                let entry = entries[Int(index)]
                guard (entry.letters ^ letters).nonzeroBitCount <= 2 * reach else { continue }
                let distance = EditDistance.between(word, entry.word, atMost: reach)
                guard distance <= reach else { continue }
                consider(entry.word, distance * 4 + (entry.word[0] == word[0] ? 2 : 5), entry.frequency)
            }
        }
        for index in bySound[Sound.of(word)] ?? [] {
            let entry = entries[Int(index)]
            let distance = EditDistance.between(word, entry.word, atMost: 4)
            if distance <= 4 { consider(entry.word, 2 + 2 * distance, entry.frequency) }
        }
        for candidate in vocabulary.words(of: max(4, word.count - reach)...max(4, word.count + reach)) {
            guard (Self.letters(candidate) ^ letters).nonzeroBitCount <= 2 * reach else { continue }
            let distance = EditDistance.between(word, candidate, atMost: reach)
            if distance <= reach { consider(candidate, distance * 4 + (candidate[0] == word[0] ? 3 : 6), 0) }
        }
        return best?.word ?? completion(word)
    }

    /// The commonest known word that begins so: « dom » for « domicile ».
    private func completion(_ word: [UInt8]) -> [UInt8]? {
        var best: Entry?
        for entry in entries where entry.word.count > word.count && entry.word.hasPrefix(word) {
            if entry.frequency > best?.frequency ?? 0 { best = entry }
        }
        return best?.word
    }

    /// Two known words written as one: « aidesoignante ».
    func split(_ word: [UInt8]) -> ([UInt8], [UInt8])? {
        guard word.count >= 7, word.count <= 30 else { return nil }
        var best: (frequency: Int32, ([UInt8], [UInt8]))?
        for cut in 3...(word.count - 3) {
            let (left, right) = (Array(word[..<cut]), Array(word[cut...]))
            guard let first = known[left], let second = known[right] else { continue }
            let frequency = min(entries[first].frequency, entries[second].frequency)
            if frequency > best?.frequency ?? 1 { best = (frequency, (left, right)) }
        }
        return best?.1
    }

    private mutating func add(_ word: [UInt8], _ frequency: Int32) {
        guard word.count >= 3, word.count < byLength.count, word.allSatisfy({ $0 >= 0x61 && $0 <= 0x7A }) else {
            return
        }
        let index = entries.count
        entries.append(Entry(word: word, letters: Self.letters(word), frequency: frequency))
        known[word] = index
        byLength[word.count].append(Int32(index))
        bySound[Sound.of(word), default: []].append(Int32(index))
    }

    private static func letters(_ word: [UInt8]) -> UInt32 {
        var letters: UInt32 = 0
        for octet in word where octet >= 0x61 && octet <= 0x7A { letters |= 1 << UInt32(octet - 0x61) }
        return letters
    }
}
