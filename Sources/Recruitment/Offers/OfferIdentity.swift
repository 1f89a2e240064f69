/// How a source names an offer: unique for ever, and what an import recognises it by.
public struct OfferIdentity: Sendable, Hashable {
    public static let longestSourceID = 200

    public let source: SourceName
    public let sourceID: String

    /// Refuses an empty or over-long identifier and one with control characters.
    public init?(source: SourceName, sourceID: String) {
        guard !sourceID.isEmpty, sourceID.utf8.count <= Self.longestSourceID,
            sourceID.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F })
        else { return nil }
        self.source = source
        self.sourceID = sourceID
    }
}
