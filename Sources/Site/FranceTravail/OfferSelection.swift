public import Recruitment
import Search
public import Storage
import Web

/// The offers that a query string of `/offres` finds, for a file that is made without a visitor.
public struct OfferSelection {
    /// What cannot be used in the query string, each a sentence in French.
    public struct Refusal: Error, Sendable {
        public let messages: [String]
    }

    private let query: SearchQuery

    /// - Throws: `Refusal`: an empty or wider list would mislead.
    public init(_ text: String, communes: CommuneDirectory) throws(Refusal) {
        let items: QueryItems
        do { items = try QueryItems(query: text) } catch { throw Refusal(messages: ["La recherche est illisible."]) }
        var problems: [ParameterProblem] = []
        let search = OfferSearch(items, problems: &problems)
        let place = Understanding(search: search, communes: communes).place
        if let problem = place.problem { problems.append(.init(place: problem.text, suggestions: problem.suggestions)) }
        guard problems.isEmpty else { throw Refusal(messages: problems.map(\.message)) }
        var query = search.query(in: place.places)
        query.relaxes = false
        query.sort = .date
        self.query = query
    }

    /// The offers found on `today`, one of each job.
    public func offers(of board: Board, today: CalendarDay) -> [OfferID] {
        board.everyHit(of: query, today: today).map(\.id)
    }
}

extension Board {
    /// All that a search finds, whatever page it asks for, in its order.
    func everyHit(of query: SearchQuery, today: CalendarDay) -> [SearchHit] {
        var query = query
        query.countsFacets = false
        query.page = 1
        query.perPage = SearchLimits.perPage
        var hits: [SearchHit] = []
        while true {
            let answer = search(query, today: today)
            hits += answer.hits
            guard let cursor = answer.nextCursor else { return hits }
            query.cursor = cursor
        }
    }
}
