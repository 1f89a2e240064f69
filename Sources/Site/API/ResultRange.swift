/// Results by their places in the list, as France Travail's `range` asks for them: `0-149`.
struct ResultRange: Sendable, Hashable {
    static let longest = 150
    /// The last first place and the last place at all (« Offres d’emploi v2 »).
    static let deepestStart = 3_000

    let places: ClosedRange<Int>

    /// Refuses more than 150 results, and a range that begins after place 3,000.
    init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ (1...4).contains($0.utf8.count) }),
            let first = Int(parts[0]), let last = Int(parts[1]), first >= 0, first <= last,
            last - first < Self.longest, first <= Self.deepestStart
        else { return nil }
        places = first...last
    }
}
