public import Recruitment

/// What is kept of an offer that a partner's program hands in.
public struct Deposit: Sendable, Hashable {
    /// Changes with everything the source says and with the status: what `If-Match` is compared with.
    public struct Version: Sendable, Hashable {
        public let digest: Int64
        public let status: OfferStatus
    }

    public enum Result: Sendable, Hashable {
        case taken(OfferIntake.Outcome, Deposit)
        /// The state is not the one the request was made for.
        case otherVersion(Deposit?)
        /// People of this board closed it: its source cannot open it again. Nothing was written.
        case closedByPeople(Deposit)
    }

    public enum Closing: Sendable, Hashable {
        case closed(Deposit)
        /// It was closed before, by whomever.
        case unchanged(Deposit)
        case unknown
        case otherVersion(Deposit)
    }

    public let id: OfferID
    public let version: Version
}
