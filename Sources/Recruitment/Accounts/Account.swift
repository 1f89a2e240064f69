/// Someone who signs in: a recruiter, or an agent of the Département.
public struct Account: Sendable, Hashable {
    public enum Kind: Sendable, Hashable {
        /// Posts for establishments.
        case recruiter
        /// With at least one role.
        case agent(Set<AgentRole>)
    }

    public let id: AccountID
    public let kind: Kind
    public let email: EmailAddress
    public let name: String
    public let createdAt: Instant
    /// When the address was proved by a link sent to it.
    public let confirmedAt: Instant?
    public let disabledAt: Instant?

    public init(
        id: AccountID, kind: Kind, email: EmailAddress, name: String, createdAt: Instant, confirmedAt: Instant? = nil,
        disabledAt: Instant? = nil
    ) {
        self.id = id
        self.kind = kind
        self.email = email
        self.name = name
        self.createdAt = createdAt
        self.confirmedAt = confirmedAt
        self.disabledAt = disabledAt
    }

    /// Empty for a recruiter.
    public var roles: Set<AgentRole> {
        if case .agent(let roles) = kind { roles } else { [] }
    }

    public var isAgent: Bool { !roles.isEmpty }

    /// May sign in and publish.
    public var isActive: Bool { confirmedAt != nil && disabledAt == nil }
}
