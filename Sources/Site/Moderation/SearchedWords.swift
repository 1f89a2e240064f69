import HTML
import Recruitment
import Storage
import Web

/// What an agent asks to know of the words people searched: on which days, in which basin.
struct SearchedWords {
    private(set) var first: CalendarDay
    private(set) var last: CalendarDay
    private(set) var basin: Basin?
    private(set) var onlyEmpty: Bool
    private(set) var problems = FormProblems()

    static let usualDays = 30

    /// A day that cannot be read is told and its usual value taken; days the other way round are turned.
    init(_ query: QueryItems, today: CalendarDay) {
        last = today
        first = today.adding(days: 1 - Self.usualDays)
        basin = query["bassin"].flatMap(Basin.init(rawValue:))
        onlyEmpty = query["liste"] != "toutes"
        if let day = day("au", query) { last = day }
        first = day("du", query) ?? last.adding(days: 1 - Self.usualDays)
        if first > last { swap(&first, &last) }
    }

    private mutating func day(_ name: String, _ query: QueryItems) -> CalendarDay? {
        guard let text = query[name], !text.isEmpty else { return nil }
        guard let day = CalendarDay(text) else {
            problems.add(name, "Donnez un jour comme 2026-11-24.")
            return nil
        }
        return day
    }

    var query: QueryItems {
        var query: QueryItems = [
            "liste": onlyEmpty ? "vides" : "toutes", "du": first.description, "au": last.description,
        ]
        if let basin { query.append("bassin", basin.rawValue) }
        return query
    }

    func rows(in stores: Stores, limit: Int) throws(StorageError) -> [SearchTermStore.Row] {
        try stores.searchTerms.most(
            from: first, to: last, basin: basin, onlyEmpty: onlyEmpty, least: SiteLimits.fewestSearches, limit: limit)
    }
}
