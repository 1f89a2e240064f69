public import Feeds
public import Recruitment

/// What a file told France Travail of an offer.
public struct FranceTravailMovement: Sendable, Hashable {
    public let offer: OfferID
    public let movement: FranceTravailDeposit.Movement
    /// Of the values told; nil for a suppression.
    public let fingerprint: UInt64?

    public init(offer: OfferID, movement: FranceTravailDeposit.Movement, fingerprint: UInt64?) {
        self.offer = offer
        self.movement = movement
        self.fingerprint = fingerprint
    }
}
