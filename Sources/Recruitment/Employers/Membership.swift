/// That a recruiter acts for an establishment, and what an agent says to it.
public struct Membership: Sendable, Hashable {
    public enum State: String, Sendable, Hashable, CaseIterable {
        case pending
        case verified
        case refused
    }

    public let account: AccountID
    public let establishment: Establishment
    public let state: State
    public let createdAt: Instant
    public let decidedAt: Instant?

    public init(
        account: AccountID, establishment: Establishment, state: State, createdAt: Instant, decidedAt: Instant?
    ) {
        self.account = account
        self.establishment = establishment
        self.state = state
        self.createdAt = createdAt
        self.decidedAt = decidedAt
    }
}
