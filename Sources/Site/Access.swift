public import Recruitment
public import Storage

/// Who may use a route. The route table states it for every route, and ``Site`` alone enforces it.
public enum Access: Sendable, Hashable {
    case everyone
    /// Who has given a password and owes the second factor.
    case halfway
    /// Any recruiter or agent.
    case signedIn
    /// A recruiter whose address is proved.
    case recruiter
    /// Who writes offers: a recruiter, or an agent who may in an employer's place.
    case writer
    /// An agent with one of these roles.
    case agent([AgentRole])
    /// A partner's program whose key has this scope; no session opens it.
    case partner(PartnerKey.Scope)

    public static let anyAgent = Access.agent(AgentRole.allCases)
    public static let administrators = Access.agent([.administrator])
    public static let moderators = Access.agent(AgentRole.allCases.filter(\.moderates))
    /// Who may look after offers and establishments in an employer's place.
    public static let employersAgents = Access.agent(AgentRole.allCases.filter(\.actsForEmployers))

    enum Verdict: Sendable, Hashable {
        case admitted
        /// Nobody, or only half-way, signed in.
        case signInFirst
        /// Signed in, as someone else.
        case forbidden
    }

    func verdict(for session: Session?) -> Verdict {
        if self == .everyone { return .admitted }
        guard let session else { return .signInFirst }
        if self == .halfway { return session.level == .full ? .forbidden : .admitted }
        guard session.level == .full, session.account.isActive else { return .signInFirst }
        let isAdmitted: Bool =
            switch self {
            case .everyone, .halfway, .signedIn: true
            case .recruiter: !session.account.isAgent
            case .writer: !session.account.isAgent || session.account.roles.contains(where: \.actsForEmployers)
            case .agent(let roles): !session.account.roles.isDisjoint(with: roles)
            case .partner: false
            }
        return isAdmitted ? .admitted : .forbidden
    }
}

extension Access: CustomStringConvertible {
    public var description: String {
        switch self {
        case .everyone: "tout le monde"
        case .halfway: "mot de passe donné, code attendu"
        case .signedIn: "toute personne connectée"
        case .recruiter: "recruteurs"
        case .writer: "recruteurs, et agents qui écrivent pour eux"
        case .agent(let roles) where roles == AgentRole.allCases: "tous les agents"
        case .agent(let roles): "agents : " + roles.map(\.rawValue).joined(separator: ", ")
        case .partner(let scope): "clé de partenaire : " + scope.rawValue
        }
    }
}
