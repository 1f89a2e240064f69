import Recruitment

/// A source's own identifier of an offer, as it stands in a path.
struct SourceOfferID: LosslessStringConvertible, Sendable {
    let description: String

    /// Refuses what no ``OfferIdentity`` has.
    init?(_ description: String) {
        guard OfferIdentity(source: .ownSite, sourceID: description) != nil else { return nil }
        self.description = description
    }
}
