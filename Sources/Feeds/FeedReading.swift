public import Recruitment

/// What a feed gave.
public struct FeedReading: Sendable {
    /// Whether the feed was read to its end. After a cut, an offer that is missing may only have come later: nothing may be
    /// closed for its absence.
    public enum Ending: Sendable, Hashable {
        case complete
        /// Broken off or damaged at a place, in words.
        case cut(String)
        /// More records than `FeedLimits.records`.
        case tooManyRecords
    }

    public struct Kept: Sendable {
        public let offer: Offer
        /// What was wrong in the record and could be left out or put right.
        public let remarks: [FeedRemark]
    }

    public internal(set) var kept: [Kept] = []
    public internal(set) var rejections: [FeedRejection] = []
    public internal(set) var ending = Ending.complete

    public var offers: [Offer] { kept.map(\.offer) }
}
