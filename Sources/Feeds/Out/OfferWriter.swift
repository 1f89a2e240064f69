public import Recruitment

/// A format in which offers leave the board, one after the other: the head once, each offer, the foot once. Writers keep
/// nothing between calls, so the memory used is that of one offer.
public protocol OfferWriter: Sendable {
    /// The media type, with its parameters.
    var mediaType: String { get }
    func head() -> [UInt8]
    /// The octets of one offer, separators included.
    func entry(_ offer: PostedOffer) -> [UInt8]
    func foot() -> [UInt8]
}

extension OfferWriter {
    /// The whole document. Offers that may not be passed on are left out.
    public func document(_ offers: some Sequence<PostedOffer>) -> [UInt8] {
        var octets = head()
        for offer in offers where offer.offer.mayBePassedOn { octets += entry(offer) }
        return octets + foot()
    }
}

extension Offer {
    /// Whether the board may give the offer to others: France Travail's licence forbids it for its own.
    public var mayBePassedOn: Bool { identity.source != .franceTravail }
}
