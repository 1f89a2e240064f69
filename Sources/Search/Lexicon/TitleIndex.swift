/// The titles of occupations as bags of roots (`WordFamily`), for words that no phrase of the lexicon names.
struct TitleIndex: Sendable {
    private struct Title: Sendable {
        let occupation: Int32
        /// Their numbers.
        let roots: [Int32]
    }

    /// Titles read for one root; the commonest is in some 3,000.
    private static let mostRead = 4_000
    /// Words that titles of more occupations hold together say nothing of the job.
    private static let vagueOccupations = 40
    /// The least likeness of a title to the words, by weight of the rarer ones.
    private static let leastLikeness: Float = 0.55

    private var titles: [Title] = []
    private var occupations = 0
    private var numbers: [UInt64: Int32] = [:]
    /// By number of a root: the titles that have it, in order.
    private var titlesOfRoot: [[Int32]] = []

    mutating func add(_ words: [[UInt8]], occupation: Int) {
        var roots: [Int32] = []
        for root in Self.roots(words) {
            let number = numbers[root] ?? Int32(titlesOfRoot.count)
            if Int(number) == titlesOfRoot.count {
                numbers[root] = number
                titlesOfRoot.append([])
            }
            titlesOfRoot[Int(number)].append(Int32(titles.count))
            roots.append(number)
        }
        titles.append(Title(occupation: Int32(occupation), roots: roots))
        occupations = max(occupations, occupation + 1)
    }

    /// The occupations whose titles share most of these words, or hold all of them, surest first: at most 75.
    ///
    /// - Parameter holding: only titles with one of these words are read; empty for all.
    func near(_ words: [[UInt8]], holding: [[UInt8]] = [], atMost limit: Int) -> [OccupationLexicon.Match] {
        let roots = Self.roots(words)
        guard !roots.isEmpty else { return [] }
        let asked = Self.roots(holding).map { numbers[$0] ?? -1 }
        // A common root has thousands of titles: arrays over all of them are quicker than hashing each.
        var shares = [Float](repeating: 0, count: titles.count)
        var sharing: [Int] = []
        var whole: Float = 0
        for root in roots {
            let list = numbers[root].map { titlesOfRoot[Int($0)] } ?? []
            let weight = Self.rarity(titles: list.count)
            whole += weight
            for title in list.prefix(Self.mostRead) {
                if shares[Int(title)] == 0 { sharing.append(Int(title)) }
                shares[Int(title)] += weight
            }
        }
        var best = [Float](repeating: 0, count: occupations)
        var wholeTitles = [Int](repeating: 0, count: occupations)
        for number in sharing {
            let (title, share) = (titles[number], shares[number])
            if !asked.isEmpty, !title.roots.contains(where: asked.contains) { continue }
            let occupation = Int(title.occupation)
            let own = title.roots.reduce(Float(0)) { $0 + Self.rarity(titles: titlesOfRoot[Int($1)].count) }
            best[occupation] = max(best[occupation], 2 * share / (whole + own))
            if share > whole * 0.99 { wholeTitles[occupation] += 1 }
        }
        let most = Float(max(1, wholeTitles.max() ?? 1))
        let isVague = wholeTitles.count { $0 > 0 } > Self.vagueOccupations
        var matches: [OccupationLexicon.Match] = []
        for (occupation, likeness) in best.enumerated() where likeness > 0 {
            var certainty = likeness >= Self.leastLikeness ? likeness * 75 : 0
            let count = wholeTitles[occupation]
            if !isVague, count > 0 { certainty = max(certainty, 35 + 30 * Float(count) / most) }
            if certainty > 0 { matches.append(.init(occupation: occupation, certainty: Int(certainty))) }
        }
        matches.sort { ($1.certainty, $0.occupation) < ($0.certainty, $1.occupation) }
        return Array(matches.prefix(limit))
    }

    /// Of a word that so many titles have. Titles number some 15,000: from 1 for the commonest words to 14 for a word of one.
    private static func rarity(titles count: Int) -> Float {
        Float(max(1, 15 - (Int.bitWidth - count.leadingZeroBitCount)))
    }

    private static func roots(_ words: [[UInt8]]) -> [UInt64] {
        Array(Set(words.prefix(OccupationLexicon.longestTitle).map { PhraseKey.of([WordFamily.root($0)]) }))
    }
}
