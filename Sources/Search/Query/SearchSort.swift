public enum SearchSort: String, Sendable, Hashable, CaseIterable {
    case relevance = "pertinence"
    case date
    /// Nearest first; without a place the same as `relevance`.
    case distance
    /// Best paid first, by the lowest pay of the offer brought to a month at full time; pay unknown comes last.
    case salary = "salaire"
}
