/// The titles of occupations as bags of roots (`WordFamily`), for words that no phrase of the lexicon names.
struct TitleIndex: Sendable {
    private struct Title: Sendable {
        let occupation: Int32
        let roots: [UInt64]
    }

    /// Titles read for one root; the commonest is in some 3,000.
    private static let mostRead = 4_000
    /// Words that titles of more occupations hold together say nothing of the job.
    private static let vagueOccupations = 40
    /// The least likeness of a title to the words, by weight of the rarer ones.
    private static let leastLikeness: Float = 0.55

    private var titles: [Title] = []
    private var byRoot: [UInt64: [Int32]] = [:]

    mutating func add(_ words: [[UInt8]], occupation: Int) {
        let roots = Self.roots(words)
        for root in roots { byRoot[root, default: []].append(Int32(titles.count)) }
        titles.append(Title(occupation: Int32(occupation), roots: roots))
    }

    /// The occupations whose titles share most of these words, or hold all of them, surest first: at most 75.
    ///
    /// - Parameter holding: only titles with one of these words are read; empty for all.
    func near(_ words: [[UInt8]], holding: [[UInt8]] = [], atMost limit: Int) -> [OccupationLexicon.Match] {
        let roots = Self.roots(words)
        guard !roots.isEmpty else { return [] }
        let asked = Self.roots(holding)
        var shares: [Int32: Float] = [:]
        var whole: Float = 0
        for root in roots {
            let list = byRoot[root] ?? []
            let weight = rarity(root)
            whole += weight
            for title in list.prefix(Self.mostRead) { shares[title, default: 0] += weight }
        }
        var best: [Int: Float] = [:]
        var holding: [Int: Int] = [:]
        for (number, share) in shares {
            let title = titles[Int(number)]
            if !asked.isEmpty, !title.roots.contains(where: asked.contains) { continue }
            let occupation = Int(title.occupation)
            let own = title.roots.reduce(Float(0)) { $0 + rarity($1) }
            best[occupation] = max(best[occupation] ?? 0, 2 * share / (whole + own))
            if share > whole * 0.99 { holding[occupation, default: 0] += 1 }
        }
        let most = Float(holding.values.max() ?? 1)
        let isVague = holding.count > Self.vagueOccupations
        var matches: [OccupationLexicon.Match] = []
        for (occupation, likeness) in best {
            var certainty = likeness >= Self.leastLikeness ? likeness * 75 : 0
            if !isVague, let count = holding[occupation] { certainty = max(certainty, 35 + 30 * Float(count) / most) }
            if certainty > 0 { matches.append(.init(occupation: occupation, certainty: Int(certainty))) }
        }
        matches.sort { ($1.certainty, $0.occupation) < ($0.certainty, $1.occupation) }
        return Array(matches.prefix(limit))
    }

    private func rarity(_ root: UInt64) -> Float {
        // Titles number some 15,000: from 1 for the commonest words to 14 for a word of one title.
        let count = byRoot[root]?.count ?? 0
        return Float(max(1, 15 - (Int.bitWidth - count.leadingZeroBitCount)))
    }

    private static func roots(_ words: [[UInt8]]) -> [UInt64] {
        Array(Set(words.prefix(OccupationLexicon.longestTitle).map { PhraseKey.of([WordFamily.root($0)]) }))
    }
}
