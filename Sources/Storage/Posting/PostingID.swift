public import Recruitment

/// The number of an offer written on this site, from its first draft on.
public struct PostingID: RowNumber {
    public let rawValue: Int64

    public init(rawValue: Int64) { self.rawValue = rawValue }
}
