public import Recruitment

/// Another offer that tells the same job.
public struct JobCopy: Sendable, Hashable {
    public let id: OfferID
    public let source: SourceName
    public let status: OfferStatus
    public let deadline: CalendarDay

    /// Whether one may apply on `today`.
    public func isOpen(on today: CalendarDay) -> Bool { status == .published && deadline >= today }
}
