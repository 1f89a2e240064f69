public import Recruitment

/// What a commit did to the offers that may be found.
public enum IndexChange: Sendable {
    /// A published offer, new or changed. One past its deadline may be given: it is never counted as open.
    case put(IndexedOffer)
    /// An offer that is no longer published, or never was here: that is no error.
    case remove(OfferID)
}
