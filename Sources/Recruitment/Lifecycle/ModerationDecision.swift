/// An agent's decision on an offer: always with a reason.
public struct ModerationDecision: Sendable, Hashable {
    /// In Unicode scalars.
    public static let longestNote = 2_000

    /// At least one, each once, in the order of `ModerationReason`.
    public let reasons: [ModerationReason]
    /// The agent's own words to the employer; may be empty.
    public let note: String

    /// Refuses a decision without a reason and a note over `longestNote`.
    public init?(reasons: Set<ModerationReason>, note: String = "") {
        guard !reasons.isEmpty, note.unicodeScalars.count <= Self.longestNote else { return nil }
        self.reasons = ModerationReason.allCases.filter(reasons.contains)
        self.note = note
    }
}
