/// Where an offer stands. Only a `published` one whose deadline has not passed is open.
public enum OfferStatus: String, Sendable, Hashable, CaseIterable {
    case draft
    case submitted
    case changesRequested = "changes_requested"
    case published
    case filled
    case expired
    case withdrawn
    case moderated

    /// The code in our JSON: French, like the rest of it.
    public var code: String {
        switch self {
        case .draft: "brouillon"
        case .submitted: "soumise"
        case .changesRequested: "a_corriger"
        case .published: "publiee"
        case .filled: "pourvue"
        case .expired: "expiree"
        case .withdrawn: "retiree"
        case .moderated: "moderee"
        }
    }

    /// Whether readers may know that the offer exists: it is or was published.
    public var hasBeenPublic: Bool {
        switch self {
        case .draft, .submitted, .changesRequested: false
        case .published, .filled, .expired, .withdrawn, .moderated: true
        }
    }
}
