public import Recruitment
import Search
public import Storage
import Web

/// The offers that a query string of `/offres` finds, for a file that is made without a visitor.
public struct DepositSearch {
    /// What cannot be used in the query string, each a sentence in French.
    public struct Refusal: Error, Sendable {
        public let messages: [String]
    }

    private let query: SearchQuery
    private let further: FurtherSearch

    /// - Throws: `Refusal`: an empty or wider list would mislead.
    public init(_ text: String, communes: CommuneDirectory) throws(Refusal) {
        do {
            let (search, place) = try OfferSearch.strict(try QueryItems(query: text), communes: communes)
            var query = search.query(in: place.places)
            query.relaxes = false
            query.sort = .date
            self.query = query
            further = search.further
        } catch let refusal as APIRefusal {
            throw Refusal(messages: refusal.problems.map(\.message))
        } catch { throw Refusal(messages: ["La recherche est illisible."]) }
    }

    /// The offers found on `today`, one of each job.
    public func offers(of board: Board, today: CalendarDay) throws(StorageError) -> [OfferID] {
        let further = further
        var query = query
        query.only = try board.store.read(worker: nil, limit: nil) { stores throws(StorageError) in
            try stores.offers(selectedBy: further, on: today)
        }
        return board.everyHit(of: query, today: today).map(\.id)
    }
}
