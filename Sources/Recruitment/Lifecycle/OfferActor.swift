/// Who wants something done to an offer.
public enum OfferActor: Sendable, Hashable {
    case agent(AgentRole)
    /// Someone of the establishment that posted the offer. `isTrusted` where his offers are published without being read
    /// first.
    case recruiter(isTrusted: Bool)
    /// A recruiter of another establishment, a candidate, a visitor.
    case stranger
    /// The board's own clock.
    case clock

    var moderates: Bool {
        if case .agent(let role) = self { role.moderates } else { false }
    }

    /// May write and look after the offer.
    var tends: Bool {
        switch self {
        case .agent(let role): role.actsForEmployers
        case .recruiter: true
        case .stranger, .clock: false
        }
    }

    /// What he submits needs no reading by a moderator.
    public var isTrusted: Bool {
        switch self {
        case .agent(let role): role.moderates
        case .recruiter(let isTrusted): isTrusted
        case .stranger, .clock: false
        }
    }
}
