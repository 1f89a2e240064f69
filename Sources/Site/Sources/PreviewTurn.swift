import Synchronization

/// Lets one caller in at a time and sends the others away at once.
final class PreviewTurn: Sendable {
    private let isTaken = Atomic(false)

    /// nil where someone is in.
    func take<Result>(_ body: () -> Result) -> Result? {
        guard isTaken.compareExchange(expected: false, desired: true, ordering: .acquiringAndReleasing).exchanged else {
            return nil
        }
        defer { isTaken.store(false, ordering: .releasing) }
        return body()
    }
}
