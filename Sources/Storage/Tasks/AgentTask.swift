public import Recruitment

/// Something the board found by itself that a person has to look at.
public struct AgentTask: Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// The register says that an establishment is closed; its offers were hidden.
        case establishmentClosed = "etablissement-ferme"
        /// A source would lose so many of its offers at once that its feed is suspect.
        case sourceLosesOffers = "source-perd-offres"
        /// France Travail refused an offer of the daily file.
        case depositRefused = "depot-refuse"

        public var label: String {
            switch self {
            case .establishmentClosed: "Établissement fermé"
            case .sourceLosesOffers: "Source qui perd ses offres"
            case .depositRefused: "Offre refusée par France Travail"
            }
        }
    }

    /// Who closed it, and when.
    public struct Closing: Sendable, Hashable {
        public let at: Instant
        public let by: LoggedEvent.Actor

        public init(at: Instant, by actor: LoggedEvent.Actor) {
            self.at = at
            by = actor
        }
    }

    public let id: AgentTaskID
    public let kind: Kind
    public let subject: LoggedEvent.Subject
    /// In French, for the agent.
    public let text: String
    public let createdAt: Instant
    /// nil while it is open.
    public let closing: Closing?
}
