import Recruitment

/// What an agent may do to an offer, or to several at once, as forms name it.
enum ModerationAction: String, CaseIterable {
    case accept = "accepter"
    case askChanges = "corriger"
    case refuse = "refuser"
    case suspend = "suspendre"
    case reinstate = "retablir"
    case extend = "prolonger"
    case acceptRevision = "accepter-modification"
    case refuseRevision = "refuser-modification"

    /// What may be done to several offers without reading each.
    static let forSeveral: [Self] = [.accept, .askChanges, .refuse, .suspend, .reinstate, .extend]

    var label: String {
        switch self {
        case .accept: "Accepter et publier"
        case .askChanges: "Demander une correction"
        case .refuse: "Refuser"
        case .suspend: "Suspendre"
        case .reinstate: "Remettre en ligne"
        case .extend: "Prolonger"
        case .acceptRevision: "Publier la modification"
        case .refuseRevision: "Refuser la modification"
        }
    }

    /// Whether the employer has to be told why (regulation (EU) 2022/2065, article 17).
    var needsReason: Bool {
        switch self {
        case .askChanges, .refuse, .suspend, .refuseRevision: true
        case .accept, .reinstate, .extend, .acceptRevision: false
        }
    }

    /// The event; nil without the decision or the day that it needs.
    func event(_ decision: ModerationDecision?, until day: CalendarDay? = nil) -> OfferEvent? {
        switch self {
        case .accept: .publish
        case .askChanges: decision.map { .askChanges($0) }
        case .refuse: decision.map { .refuse($0) }
        case .suspend: decision.map { .suspend($0) }
        case .reinstate: .reinstate
        case .extend: day.map { .extend(to: $0) }
        case .acceptRevision: .acceptRevision
        case .refuseRevision: decision.map { .refuseRevision($0) }
        }
    }

    /// Where an offer has to stand.
    var statuses: [OfferStatus] {
        switch self {
        case .accept: [.submitted]
        case .askChanges: [.submitted, .published]
        case .refuse: [.submitted, .changesRequested]
        case .suspend, .extend, .acceptRevision, .refuseRevision: [.published]
        case .reinstate: [.moderated]
        }
    }
}
