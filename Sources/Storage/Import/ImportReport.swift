public import Interchange

/// What an import did.
public struct ImportReport: Sendable, Hashable {
    /// What became of offers of the source that the file does not hold.
    public enum Closing: Sendable, Hashable {
        /// The file was not said to be the whole source.
        case notAsked
        case done
        /// Nothing was closed, because the file cannot be trusted to be whole.
        case heldBack(HoldBack)
    }

    public enum HoldBack: Sendable, Hashable {
        /// The file ends early or is broken.
        case unreadable
        /// A rejected record does not say which offer it is.
        case unknownRecord
        /// There is no valid offer in it.
        case empty
    }

    public var format: OfferFormat
    public var added = 0
    /// Offers of which anything changed; those opened again because they came back are among them.
    public var updated = 0
    public var unchanged = 0
    public var closed = 0
    public var rejected = 0
    public var closing = Closing.notAsked
    /// Where the file could not be read to its end; what stands before that was imported.
    public var failure: ScanError?
    /// The file that tells the rejects; nil without any.
    public var rejectsFile: String?

    /// Records that held an offer.
    public var accepted: Int { added + updated + unchanged }
}
