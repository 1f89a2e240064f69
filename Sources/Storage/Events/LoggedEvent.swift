public import Recruitment

/// Something that was done: who, what, to what, before and after.
public struct LoggedEvent: Sendable, Hashable {
    public enum Actor: Sendable, Hashable {
        case account(AccountID)
        /// The board's own clock.
        case clock
        /// The operator at the command line.
        case command
        /// Nobody signed in.
        case visitor
    }

    public enum Subject: Sendable, Hashable {
        case account(AccountID)
        case establishment(SIRET)
        case offer(OfferID)
        /// An offer written on this site, from its first draft on.
        case posting(PostingID)
        case partnerKey(Int64)
        /// Where offers are pulled from or pushed by.
        case source(SourceName)
    }

    public let actor: Actor
    /// A stable code: `connexion`, `publication`.
    public let action: String
    public let subject: Subject
    public let before: String?
    public let after: String?
    public let at: Instant

    public init(
        _ action: String, on subject: Subject, by actor: Actor, before: String? = nil, after: String? = nil,
        at: Instant
    ) {
        self.actor = actor
        self.action = action
        self.subject = subject
        self.before = before
        self.after = after
        self.at = at
    }
}

extension LoggedEvent.Actor: LosslessStringConvertible {
    public init?(_ text: String) {
        switch text {
        case "clock": self = .clock
        case "command": self = .command
        case "visitor": self = .visitor
        default:
            guard text.hasPrefix("account:"), let id = AccountID(String(text.dropFirst("account:".count))) else {
                return nil
            }
            self = .account(id)
        }
    }

    public var description: String {
        switch self {
        case .account(let id): "account:\(id)"
        case .clock: "clock"
        case .command: "command"
        case .visitor: "visitor"
        }
    }
}

extension LoggedEvent.Subject: LosslessStringConvertible {
    public init?(_ text: String) {
        let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { return nil }
        switch parts[0] {
        case "account":
            guard let id = AccountID(parts[1]) else { return nil }
            self = .account(id)
        case "establishment":
            guard let siret = SIRET(parts[1]) else { return nil }
            self = .establishment(siret)
        case "offer":
            guard let number = Int64(parts[1]), let id = OfferID(number: number) else { return nil }
            self = .offer(id)
        case "posting":
            guard let id = PostingID(parts[1]) else { return nil }
            self = .posting(id)
        case "key":
            guard let id = Int64(parts[1]) else { return nil }
            self = .partnerKey(id)
        case "source":
            guard let name = SourceName(parts[1]) else { return nil }
            self = .source(name)
        default: return nil
        }
    }

    public var description: String {
        switch self {
        case .account(let id): "account:\(id)"
        case .establishment(let siret): "establishment:\(siret)"
        case .offer(let id): "offer:\(id.number)"
        case .posting(let id): "posting:\(id)"
        case .partnerKey(let id): "key:\(id)"
        case .source(let name): "source:\(name)"
        }
    }
}
