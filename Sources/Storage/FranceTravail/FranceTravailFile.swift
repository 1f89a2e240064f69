public import Recruitment

/// A file in which offers were handed to France Travail.
public struct FranceTravailFile: Sendable, Hashable {
    /// Files are one a day.
    public let day: CalendarDay
    public let madeAt: Instant
    public let path: String
    /// Where it stands while it is written, and if the program was killed, until the next run.
    public let partial: String
    public let created: Int
    public let modified: Int
    public let suppressed: Int

    public init(
        day: CalendarDay, madeAt: Instant, path: String, partial: String, created: Int, modified: Int, suppressed: Int
    ) {
        self.day = day
        self.madeAt = madeAt
        self.path = path
        self.partial = partial
        self.created = created
        self.modified = modified
        self.suppressed = suppressed
    }
}
