import Duplicates
import Recruitment

/// Offers handed in on this site lately that may say the same as another, whoever wrote them (docs/decisions/0603-duplicates.md).
struct NearDuplicates {
    private var index = DuplicateIndex()
    private var ids: [OfferIdentity: OfferID] = [:]

    init(among offers: [PostedOffer]) {
        for posted in offers {
            index.insert(DuplicateSignature(of: posted.offer))
            ids[posted.offer.identity] = posted.id
        }
    }

    struct Near: Sendable {
        let id: OfferID
        /// "même métier (ROME), textes communs à 80 %".
        let reasons: String
    }

    /// The likeliest first; the offer itself is left out.
    func near(_ posted: PostedOffer) -> [Near] {
        index.matches(of: DuplicateSignature(of: posted.offer)).prefix(SiteLimits.nearDuplicates).compactMap { match in
            ids[match.identity].map {
                Near(id: $0, reasons: match.verdict.reasons.map(\.message).joined(separator: ", "))
            }
        }
    }
}
