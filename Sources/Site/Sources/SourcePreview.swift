public import Feeds
public import Recruitment
public import Storage

/// A look at what a source gives now, without writing anything. The program wires it to the network; a site without it says
/// so.
public struct SourcePreview: Sendable {
    public enum Outcome: Sendable {
        case read(offers: [Offer], rejects: [SourceReject], remarks: [String], shortfall: String?)
        /// A French sentence.
        case failed(String)
    }

    /// Seconds that a look may take: it holds a worker.
    public static let mostSeconds = 15

    let look: @Sendable (SourceName, FeedSource.Settings, Instant) -> Outcome
    /// One look at a time.
    let turn = PreviewTurn()

    public init(_ look: @escaping @Sendable (SourceName, FeedSource.Settings, Instant) -> Outcome) {
        self.look = look
    }

    func callAsFunction(_ name: SourceName, _ settings: FeedSource.Settings, at now: Instant) -> Outcome {
        turn.take { look(name, settings, now) } ?? .failed("Un autre essai est en cours : recommencez dans un instant.")
    }
}
