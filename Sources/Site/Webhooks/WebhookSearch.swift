import Recruitment
import Search
import Storage
import Web

/// The search of a subscription: the parameters of a search by the API, without those that only page through an answer and without
/// those that time alone would change.
struct WebhookSearch {
    static let parameters = SearchParameters.subscribable

    /// The query string that is kept, in our own names.
    let text: String
    /// The engine's query.
    let query: SearchQuery

    /// - Throws: `APIRefusal` naming what cannot be used.
    init(_ text: String, visit: Visit) throws {
        let query = try APIQuery(try QueryItems(query: text), parameters: Self.parameters)
        self.text = query.items.encoded
        var asked = try SearchDocument(query, visit: visit).searchQuery()
        asked.relaxes = false
        asked.sort = .date
        self.query = asked
    }

    /// Every offer it finds, among `offers` where they are given.
    func matches(among offers: Set<OfferID>? = nil, on visit: Visit) -> Set<OfferID> {
        var query = query
        if let offers { query.only = query.only?.intersection(offers) ?? offers }
        return Set(visit.board.everyHit(of: query, today: visit.today).flatMap { [$0.id] + $0.duplicates })
    }
}
