import Recruitment

/// Communes by the names people type, whole or begun: « st pourcain », « Saint-Germain », « mayet de montagne ».
struct PlaceLexicon: Sendable {
    enum Match: Sendable, Hashable {
        /// Index in the reference's communes.
        case commune(Int)
        /// Several, of which none stands out.
        case ambiguous([Int])
    }

    static let longestName = 6

    private var exact: [UInt64: [Int]] = [:]
    private var begun: [UInt64: [Int]] = [:]
    private var byPostcode: [String: [Int]] = [:]
    private let departement: String
    private let departements: [String]

    init(reference: SearchReference, analyzer: FrenchAnalyzer) {
        departement = reference.departement
        departements = reference.communes.map { $0.code.departement }
        for (index, commune) in reference.communes.enumerated() {
            add(commune.name, index, analyzer)
            for postcode in commune.postcodes { byPostcode[postcode.description, default: []].append(index) }
        }
        var indices: [INSEECode: Int] = [:]
        for (index, commune) in reference.communes.enumerated() { indices[commune.code] = index }
        for former in reference.formerCommunes {
            if let index = indices[former.commune] { add(former.name, index, analyzer) }
        }
    }

    /// What these words name; `allowsBeginning` also takes the first words of a name.
    func match(_ words: [[UInt8]], allowsBeginning: Bool) -> Match? {
        let key = PhraseKey.of(words.map(Self.spelledOut))
        if let whole = choose(exact[key] ?? []) { return whole }
        guard allowsBeginning else { return nil }
        let candidates = begun[key] ?? []
        let own = candidates.filter { departements[$0] == departement }
        return choose(own.isEmpty ? candidates : own)
    }

    func communes(postcode: String) -> [Int] { byPostcode[postcode] ?? [] }

    private func choose(_ candidates: [Int]) -> Match? {
        guard let first = candidates.first else { return nil }
        if candidates.count == 1 { return .commune(first) }
        let own = candidates.filter { departements[$0] == departement }
        if own.count == 1, let only = own.first { return .commune(only) }
        return .ambiguous(Array((own.isEmpty ? candidates : own).prefix(20)))
    }

    private mutating func add(_ name: String, _ index: Int, _ analyzer: FrenchAnalyzer) {
        let words = Self.significant(analyzer.words(name).map(\.lexeme.folded))
        guard !words.isEmpty else { return }
        let key = PhraseKey.of(words)
        if !(exact[key] ?? []).contains(index) { exact[key, default: []].append(index) }
        for length in 1..<max(1, words.count) {
            let beginning = Array(words[..<length])
            if length == 1, Self.tooVague.contains(beginning[0]) || beginning[0].count < 4 { continue }
            begun[PhraseKey.of(beginning), default: []].append(index)
        }
    }

    /// A name's words without articles and prepositions.
    static func significant(_ words: [[UInt8]]) -> [[UInt8]] {
        let kept = words.filter { !connectors.contains($0) }.map(spelledOut)
        return kept.isEmpty ? words : kept
    }

    static func isConnector(_ word: [UInt8]) -> Bool { connectors.contains(word) }

    /// « le » of « Le Donjon »: what follows may be a commune, though no preposition stands before it.
    static func isArticle(_ word: [UInt8]) -> Bool { articles.contains(word) }

    private static func spelledOut(_ word: [UInt8]) -> [UInt8] {
        if word == Array("st".utf8) { return Array("saint".utf8) }
        if word == Array("ste".utf8) { return Array("sainte".utf8) }
        return word
    }

    private static let connectors = Set(
        "le la les de du des d l en sur sous et a au aux lès".split(separator: " ").map { Array($0.utf8) })
    private static let articles = Set("le la les l".split(separator: " ").map { Array($0.utf8) })
    private static let tooVague = Set(
        "saint sainte chapelle ville bois mont villeneuve chateau vieux grand petit haut belle".split(separator: " ")
            .map { Array($0.utf8) })
}
