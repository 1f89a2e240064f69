public import Recruitment

/// How the search engine prepares an offer once and for all: stored beside the offer, read back when an index is built.
public struct OfferAnalysis {
    /// Analyses of another version count as missing.
    public let version: Int64
    public let analyze: (Offer, OfferID) -> [UInt8]

    public init(version: Int64, analyze: @escaping (Offer, OfferID) -> [UInt8]) {
        self.version = version
        self.analyze = analyze
    }
}
