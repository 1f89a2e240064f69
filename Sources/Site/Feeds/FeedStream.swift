import Feeds
import Recruitment
import Search
import Storage
import Threading

/// A search's offers in one form, written while they are sent: the list is read in steps from where the last one stopped, so
/// that offers that come in meanwhile neither repeat one nor leave one out.
final class FeedStream: Sendable {
    private struct State {
        var query: SearchQuery
        var left: Int
        var phase = Phase.head
    }

    private enum Phase {
        case head, offers, end
    }

    private let visit: Visit
    private let writer: any OfferWriter
    private let state: Lock<State>

    init(_ visit: Visit, _ query: SearchQuery, _ writer: any OfferWriter, most: Int?) {
        self.visit = visit
        self.writer = writer
        var query = query
        query.countsFacets = false
        query.page = 1
        query.perPage = SearchLimits.perPage
        state = Lock(State(query: query, left: most ?? .max))
    }

    func next() throws -> [UInt8]? {
        try state.withLock { state throws(StorageError) in
            switch state.phase {
            case .head:
                state.phase = .offers
                return writer.head()
            case .offers:
                return try offers(&state) ?? end(&state)
            case .end:
                return nil
            }
        }
    }

    private func offers(_ state: inout State) throws(StorageError) -> [UInt8]? {
        var piece: [UInt8] = []
        // A step may hold only offers that are not passed on, and an empty piece says nothing.
        while piece.isEmpty, state.left > 0 {
            let answer = visit.board.search(state.query, today: visit.today)
            let found = try visit.board.offers(answer.hits.map(\.id), worker: visit.worker)
            for posted in found where posted.offer.mayBePassedOn && state.left > 0 {
                piece += writer.entry(posted)
                state.left -= 1
            }
            guard let cursor = answer.nextCursor else {
                state.left = 0
                break
            }
            state.query.cursor = cursor
        }
        return piece.isEmpty ? nil : piece
    }

    private func end(_ state: inout State) -> [UInt8]? {
        state.phase = .end
        let foot = writer.foot()
        return foot.isEmpty ? nil : foot
    }
}
