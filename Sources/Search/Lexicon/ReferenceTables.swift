import Recruitment
import Threading

/// The reference data with the look-ups that analysis and queries need. Made once, shared by all threads.
final class ReferenceTables: Sendable {
    let reference: SearchReference
    let lexicon: OccupationLexicon
    let places: PlaceLexicon
    let spelling: Spelling
    let suggestions: SuggestionLexicon
    private let distances = Lock<[Int: [UInt16]]>([:])
    private let occupationIndex: [String: Int]
    /// Occupations under each ROME 3 code.
    private let children: [String: [Int]]
    private let communeIndex: [String: Int]
    /// Communes of the board's département, by index + 1 as distances are.
    let ownCommunes: [Int]
    /// Folded words of each commune's name.
    private let placeWords: [[[UInt8]]]

    init(_ reference: SearchReference, analyzer: FrenchAnalyzer) {
        self.reference = reference
        lexicon = OccupationLexicon(reference: reference, analyzer: analyzer)
        places = PlaceLexicon(reference: reference, analyzer: analyzer)
        spelling = Spelling(reference: reference, analyzer: analyzer)
        suggestions = SuggestionLexicon(reference: reference)
        var occupations: [String: Int] = [:]
        var children: [String: [Int]] = [:]
        for (index, occupation) in reference.occupations.enumerated() {
            occupations[occupation.code.description] = index
            children[occupation.parent.description, default: []].append(index)
        }
        occupationIndex = occupations
        self.children = children
        var communes: [String: Int] = [:]
        for (index, commune) in reference.communes.enumerated() { communes[commune.code.description] = index }
        communeIndex = communes
        ownCommunes = reference.communes.indices
            .filter { reference.communes[$0].code.departement == reference.departement }.map { $0 + 1 }
        placeWords = reference.communes.map { analyzer.words($0.name).map(\.lexeme.folded) }
    }

    func occupation(_ code: String) -> Int? { occupationIndex[code] }
    func occupations(under code: String) -> [Int] { children[code] ?? [] }
    func commune(_ code: String) -> Int? { communeIndex[code] }

    func occupationCode(_ index: Int) -> ROMECode? {
        reference.occupations.indices.contains(index) ? reference.occupations[index].code : nil
    }

    func label(_ code: ROMECode) -> String? {
        occupationIndex[code.description].map { reference.occupations[$0].label }
    }

    func parent(_ code: ROMECode) -> ROMECode? {
        occupationIndex[code.description].map { reference.occupations[$0].parent }
    }

    func isPlaceWord(_ word: [UInt8], commune: INSEECode?) -> Bool {
        guard let index = commune.flatMap({ communeIndex[$0.description] }) else { return false }
        return placeWords[index].contains(word)
    }

    /// Hectometres from a commune's centre to each commune's, by index + 1; `.max` at 0, where no commune is known.
    func distances(from commune: Int) -> [UInt16] {
        if let known = distances.withLock({ $0[commune] }) { return known }
        let row = distances(from: reference.communes[commune].centre)
        distances.withLock { $0[commune] = row }
        return row
    }

    func distances(from centre: Coordinate) -> [UInt16] {
        [.max] + reference.communes.map { UInt16(clamping: Int(($0.centre.kilometres(to: centre) * 10).rounded())) }
    }
}
