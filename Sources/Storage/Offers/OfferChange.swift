public import Recruitment

/// One change of what readers see of an offer.
public struct OfferChange: Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case added, updated, closed, reopened
    }

    /// Days for which changes are kept and told.
    public static let daysKept = 90

    /// `closed` because a file said to be its whole source no longer held it.
    public static let absentFromSource = "absent_from_source"
    /// `closed` because the source's own program said so.
    public static let closedBySource = "closed_by_source"
    public static let filledBySource = "filled_by_source"

    /// What a source closed for one of these reasons, it may open again.
    static let sourceReasons: Set<String> = [absentFromSource, closedBySource, filledBySource]

    /// 1, 2, 3… without gap, in the order the changes became visible.
    public let sequence: Int64
    public let offer: OfferID
    public let kind: Kind
    /// A code; nil where there is nothing to add.
    public let reason: String?
    public let at: Instant
}
