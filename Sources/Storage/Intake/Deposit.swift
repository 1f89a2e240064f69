public import Recruitment

/// What is kept of an offer that a partner's program hands in.
public struct Deposit: Sendable, Hashable {
    /// Changes with everything the source says and with the status: what `If-Match` is compared with.
    public struct Version: Sendable, Hashable {
        public let digest: Int64
        public let status: OfferStatus

        /// Whether the offer is published and its source said before what it says in `offer`.
        public func isOpenAnd(says offer: Offer) -> Bool { status == .published && digest == OfferDigest(offer).value }
    }

    public enum Result: Sendable, Hashable {
        case taken(OfferIntake.Outcome, Deposit)
        /// The state is not the one the request was made for.
        case otherVersion(Deposit?)
        /// People of this board closed it: its source cannot open it again. Nothing was written.
        case closedByPeople(Deposit)
        /// The offer is new, and an open offer of the board tells the same job. Nothing was written.
        case repeats(JobCopy)
    }

    /// What becomes of a new offer that tells the job of another.
    public enum Repetition: Sendable, Hashable {
        case refused
        /// Taken in, and shown together with the other.
        case accepted
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
