import HTML
import HTTP1
import HTTPTypes
import Recruitment
import Storage
import Web

extension Visit {
    func searchedWords() throws -> Response {
        let asked = SearchedWords(query, today: today)
        let (terms, days) = try read { stores throws(StorageError) in
            (
                try asked.rows(in: stores, limit: SiteLimits.terms),
                try stores.searchTerms.byDay(from: asked.first, to: asked.last, basin: asked.basin)
            )
        }
        let title = "Ce que les gens cherchent"
        return page(
            Self.formHead(title, asked.problems),
            status: asked.problems.isEmpty ? .ok : .unprocessableContent,
            SearchedWordsPage(asked: asked, terms: terms, days: days).html)
    }

    /// The same list for a spreadsheet.
    func searchedWordsCSV() throws -> Response {
        let asked = SearchedWords(query, today: today)
        guard asked.problems.isEmpty else { throw PageError.badRequest(reason: "Un des jours ne se lit pas.") }
        let terms = try read { stores throws(StorageError) in
            try asked.rows(in: stores, limit: SiteLimits.exportedTerms)
        }
        return .spreadsheet(
            "recherches.csv", header: ["mots", "recherches", "sans_resultat", "du", "au", "bassin"],
            rows: terms.map { row in
                [
                    row.term, String(row.searches), String(row.empty), asked.first.description, asked.last.description,
                    asked.basin?.rawValue ?? "",
                ]
            })
    }
}
