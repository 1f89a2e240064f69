/// What France Travail has of an offer, by the files handed in so far and its reports on them.
public struct DepositedOffer: Sendable, Hashable {
    /// Fingerprint of what it has; nil where it has nothing.
    public var accepted: UInt64?
    /// Fingerprint of the version it refused last, if it has been given no other since.
    public var refused: UInt64?

    public init(accepted: UInt64? = nil, refused: UInt64? = nil) {
        self.accepted = accepted
        self.refused = refused
    }

    /// Takes in one more movement; `refusal` says that it was not accepted.
    public mutating func follow(
        _ movement: FranceTravailDeposit.Movement, fingerprint: UInt64?, isRefused: Bool
    ) {
        refused = nil
        switch (movement, isRefused) {
        case (.creation, false), (.modification, false): accepted = fingerprint
        case (.creation, true), (.modification, true): refused = fingerprint
        // A suppression is refused when there is nothing to suppress: either way the offer is gone.
        case (.suppression, _): accepted = nil
        }
    }
}
