import Recruitment
import Search
import Storage

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
