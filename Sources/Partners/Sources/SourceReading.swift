public import Curl
public import Feeds
public import Recruitment

/// What a source gave.
public struct SourceReading: Sendable {
    public var offers: [Offer] = []
    public var rejects: [SourceReject] = []
    /// What could be left out or put right, by position of the record: for whoever edits the mapping.
    public var remarks: [String] = []
    /// Why it cannot be taken for the whole source, in French; nil where it can: only then may what it lacks be closed.
    public var shortfall: String?
    /// What the answer is known by; empty where it was not read to its end.
    public var validators = HTTPValidators()

    public init() {}

    mutating func add(_ reading: FeedReading) {
        offers += reading.offers
        rejects += reading.rejections.map { SourceReject($0) }
        remarks += reading.kept.flatMap { $0.remarks.map(\.message) }
        switch reading.ending {
        case .complete: break
        case .cut(let cause): shortfall = "Le fichier est coupé ou abîmé : \(cause)."
        case .tooManyRecords: shortfall = "Le fichier a plus d’offres qu’on n’en lit."
        }
        // A copy of an offer that is there says nothing about what is missing.
        if reading.rejections.contains(where: { $0.identifier == nil && $0.reason != .outdatedCopy }) {
            shortfall = shortfall ?? "Une fiche rejetée ne dit pas de quelle offre il s’agit."
        }
    }
}

/// What a fetch brought.
public enum SourceAnswer: Sendable {
    /// The server says that nothing has changed.
    case unchanged
    case reading(SourceReading)
    /// The process is asked to stop.
    case stopped
}

/// Why nothing can be made of a source. `message` is a French sentence for agents; it holds no secret.
public struct SourceError: Error, Sendable, Hashable {
    public let message: String

    public init(_ message: String) {
        self.message = message
    }
}
