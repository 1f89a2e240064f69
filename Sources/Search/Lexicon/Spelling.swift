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
    /// Words that are often the beginning of a longer one: « meca », « anim ».
    static let longestShortened = 5
    static let mostCandidates = 8
    /// Of two words written as one.
    private static let shortestPart = 4

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

    /// The nearest known words, best first: by letters changed or by sound, then by how common they are; at most
    /// `mostCandidates`.
    func nearest(to word: [UInt8], alsoIn vocabulary: TitleVocabulary) -> [[UInt8]] {
        guard word.count >= Self.shortestCompleted, word.count <= 30, word.allSatisfy({ $0 >= 0x61 && $0 <= 0x7A })
        else { return [] }
        guard word.count >= Self.shortestCorrected else { return [completion(word)?.word].compactMap(\.self) }
        let reach = word.count >= 8 ? 2 : 1
        let letters = Self.letters(word)
        var costs: [[UInt8]: Int] = [:]
        func consider(_ candidate: [UInt8], _ cost: Int, _ frequency: Int32) {
            let cost = cost - Self.commonness(frequency)
            if cost < costs[candidate] ?? .max { costs[candidate] = cost }
        }
        func cost(_ distance: Int, _ candidate: [UInt8]) -> Int? {
            guard distance <= reach else { return nil }
            if candidate[0] == word[0] { return 16 * distance + 8 }
            // A first letter is seldom wrong, and hardly ever with another one.
            return distance == 1 ? 36 : nil
        }
        for length in max(3, word.count - reach)...(word.count + reach) where length < byLength.count {
            for index in byLength[length] {
                let entry = entries[Int(index)]
                guard (entry.letters ^ letters).nonzeroBitCount <= 2 * reach else { continue }
                if let cost = cost(EditDistance.between(word, entry.word, atMost: reach), entry.word) {
                    consider(entry.word, cost, entry.frequency)
                }
            }
        }
        for index in bySound[Sound.of(word)] ?? [] {
            let entry = entries[Int(index)]
            let distance = EditDistance.between(word, entry.word, atMost: 4)
            if distance <= 4 { consider(entry.word, 8 + 8 * distance, entry.frequency) }
        }
        for candidate in vocabulary.words(of: max(4, word.count - reach)...max(4, word.count + reach)) {
            guard (Self.letters(candidate) ^ letters).nonzeroBitCount <= 2 * reach else { continue }
            if let cost = cost(EditDistance.between(word, candidate, atMost: reach), candidate) {
                consider(candidate, cost + 4, 0)
            }
        }
        if costs.isEmpty || word.count <= Self.longestShortened, let whole = completion(word) {
            consider(whole.word, 20, whole.frequency)
        }
        let sorted = costs.sorted {
            $0.value != $1.value ? $0.value < $1.value : $0.key.lexicographicallyPrecedes($1.key)
        }
        return sorted.prefix(Self.mostCandidates).map(\.key)
    }

    /// 0 to 20: twice the bits of the frequency.
    private static func commonness(_ frequency: Int32) -> Int {
        min(20, 2 * (Int32.bitWidth - max(0, frequency).leadingZeroBitCount))
    }

    /// The commonest known word that begins so: « dom » for « domicile », « meca » for « mécanicien ».
    private func completion(_ word: [UInt8]) -> Entry? {
        var best: Entry?
        for entry in entries where entry.word.count > word.count && entry.word.hasPrefix(word) {
            if entry.frequency > best?.frequency ?? 0 { best = entry }
        }
        return best
    }

    /// Two known words written as one: « aidesoignante ».
    func split(_ word: [UInt8]) -> ([UInt8], [UInt8])? {
        guard word.count >= 2 * Self.shortestPart, word.count <= 30 else { return nil }
        var best: (frequency: Int32, ([UInt8], [UInt8]))?
        for cut in Self.shortestPart...(word.count - Self.shortestPart) {
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
