import Search

/// Results by their places in the list, as France Travail's `range` asks for them: `0-149`.
struct ResultRange: Sendable, Hashable {
    static let longest = 150

    let places: ClosedRange<Int>

    /// Refuses more than 150 results, and those deeper than a list reaches by place.
    init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ (1...4).contains($0.utf8.count) }),
            let first = Int(parts[0]), let last = Int(parts[1]), first >= 0, first <= last,
            last - first < Self.longest, last < SearchLimits.deepestByPage
        else { return nil }
        places = first...last
    }
}
