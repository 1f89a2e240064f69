public import Recruitment

/// How long a session lasts, in seconds.
public struct SessionLifetime: Sendable, Hashable {
    /// Without a request.
    public let idle: Int64
    /// Whatever happens.
    public let absolute: Int64

    /// When a session was last seen is written down so often at most.
    public static let secondsBetweenNotes: Int64 = 300

    private static let minute: Int64 = 60
    private static let day: Int64 = 86_400

    /// An agent sees other people's data: half a day's work. A recruiter comes back after some days. A half-way session
    /// lasts as long as typing a code or setting up a telephone.
    public init(_ account: Account, _ level: Session.Level) {
        switch level {
        case .code, .enrolment: (idle, absolute) = (15 * Self.minute, 15 * Self.minute)
        case .full where account.isAgent: (idle, absolute) = (120 * Self.minute, 12 * 60 * Self.minute)
        case .full: (idle, absolute) = (7 * Self.day, 30 * Self.day)
        }
    }
}
