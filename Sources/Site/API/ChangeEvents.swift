import Recruitment
import Storage
import Threading
import Web

/// Changes as Server-Sent Events. Listeners who are up to date all ask for the same ones: the last that were written are kept.
final class ChangeEvents: Sendable {
    /// Of one piece.
    private static let most = 100
    /// Of each event, for `addEventListener`.
    static let name = "changement"

    struct Piece: Sendable {
        let after: Int64
        let end: Int64
        let generation: UInt64
        let octets: [UInt8]
    }

    private let last = Lock<Piece?>(nil)

    /// The changes after a number; nil where there are none.
    func piece(after: Int64, _ visit: Visit) throws -> Piece? {
        let generation = visit.board.generation
        if let known = last.withLock({ $0 }), known.after == after, known.generation == generation { return known }
        let (changes, offers) = try visit.board.store.read(worker: visit.worker) { stores throws(StorageError) in
            let changes = try stores.changes.after(after, limit: Self.most)
            return (changes, try stores.offers.offers(Set(changes.map(\.offer))))
        }
        guard let end = changes.last?.sequence else { return nil }
        let page = ChangesPage(
            settings: visit.site.settings, today: ParisTime.day(at: visit.site.now), after: after, limit: Self.most,
            changes: changes, offers: Dictionary(offers.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }),
            latest: end)
        var octets: [UInt8] = []
        octets.reserveCapacity(changes.count * 3_072)
        for change in changes {
            octets += "id: \(change.sequence)\nevent: \(Self.name)\ndata: ".utf8
            JSONText.appendObject(to: &octets) { page.write(change, to: &$0) }
            octets += "\n\n".utf8
        }
        let piece = Piece(after: after, end: end, generation: generation, octets: octets)
        last.withLock { $0 = piece }
        return piece
    }
}
