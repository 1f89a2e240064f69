/// What can happen to an offer in this board.
public enum OfferEvent: Sendable, Hashable {
    /// The employer hands it in; `blockingFindings` of the legal lint forbid it.
    case submit(blockingFindings: Int)
    /// A moderator accepts it.
    case publish
    /// The day came on which an accepted offer is to be public.
    case start
    case askChanges(ModerationDecision)
    case refuse(ModerationDecision)
    /// Takes a published offer down, for the time of a check or for good.
    case suspend(ModerationDecision)
    /// Gives back what was refused or suspended.
    case reinstate
    /// Its text or facts change; a material change is read again (`OfferRevision`).
    case revise(isMaterial: Bool, blockingFindings: Int)
    /// A moderator lets a change of a published offer through.
    case acceptRevision
    /// A moderator does not; the offer stays as it was.
    case refuseRevision(ModerationDecision)
    /// The employer says that it still stands.
    case reconfirm
    case extend(to: CalendarDay)
    /// Its deadline passed, or its employer did not reconfirm it.
    case expire
    case close(ClosingOutcome)
    /// Puts a closed offer up again.
    case relist(deadline: CalendarDay, blockingFindings: Int)

    /// Stable, for the history: `publication`.
    public var code: String {
        switch self {
        case .submit: "depot"
        case .publish: "publication"
        case .start: "publication-prevue"
        case .askChanges: "correction-demandee"
        case .refuse: "refus"
        case .suspend: "suspension"
        case .reinstate: "retablissement"
        case .revise(let isMaterial, _): isMaterial ? "modification-importante" : "modification"
        case .acceptRevision: "modification-acceptee"
        case .refuseRevision: "modification-refusee"
        case .reconfirm: "confirmation"
        case .extend: "prolongation"
        case .expire: "expiration"
        case .close: "cloture"
        case .relist: "remise-en-ligne"
        }
    }
}
