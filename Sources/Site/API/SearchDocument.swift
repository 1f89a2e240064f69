import HTTP1
import HTTPTypes
import Recruitment
import Search
import Storage
import Web

/// A search by the API and its answer.
struct SearchDocument {
    let visit: Visit
    let query: APIQuery
    let search: OfferSearch
    let chosen: Set<String>?
    let places: [SearchPlace]
    /// Names that ``OfferSearch`` does not know.
    private static let own: Set<String> = ["curseur", "champs", "facettes", "range"]

    /// - Throws: `APIRefusal` for parameters that do not go together and for a place that is not one.
    init(_ query: APIQuery, visit: Visit) throws {
        self.query = query
        self.visit = visit
        var problems: [ParameterProblem] = []
        for (one, other) in [("curseur", "page"), ("range", "page"), ("range", "par_page"), ("range", "curseur")]
        where query.has(one) && query.has(other) {
            problems.append(.init(one, cannotJoin: other))
        }
        search = OfferSearch(query.items(among: Self.own, false), problems: &problems)
        let place = Understanding(search: search, communes: visit.board.reference.communes).place
        if let problem = place.problem { problems.append(.init(place: problem.text, suggestions: problem.suggestions)) }
        guard problems.isEmpty else { throw APIRefusal(problems: problems) }
        places = place.places
        let names = query.items.values("champs")
        chosen = names.isEmpty ? nil : Set(names).union(["code"])
    }

    private var maker: ResultsMaker { ResultsMaker(visit: visit, search: search) }

    /// The engine's query.
    func searchQuery() throws(StorageError) -> SearchQuery {
        var query = try maker.query(in: places)
        query.cursor = self.query["curseur"].flatMap { SearchCursor($0) }
        query.countsFacets = self.query["facettes"] != "non"
        return query
    }

    // MARK: Answer

    func response() throws -> Response {
        if let range = query["range"].flatMap({ ResultRange($0) }) { return try response(range) }
        let answer = visit.board.search(try searchQuery(), today: visit.today)
        var next: String?
        if let cursor = answer.nextCursor {
            var items = query.items
            items.set("page", to: nil)
            items.set("curseur", to: cursor.description)
            next = visit.site.settings.baseURL + API.offers.link(query: items)
        }
        var fields = HTTPFields()
        if let next { fields[.link] = "<\(next)>; rel=\"next\"" }
        return visit.apiAnswer(
            try json(answer, hits: answer.hits, next: next), lastModified: try visit.lastModified(), fields: fields)
    }

    /// Results p to d, as France Travail gives them: 206 where there are others, 204 where there is none.
    private func response(_ range: ResultRange) throws -> Response {
        var query = try searchQuery()
        query.perPage = SearchLimits.perPage
        query.page = min(range.places.lowerBound, SearchLimits.deepestByPage) / query.perPage + 1
        let first = visit.board.search(query, today: visit.today)
        query.countsFacets = false
        var before = (query.page - 1) * query.perPage
        var (hits, cursor) = (first.hits, first.nextCursor)
        while before + hits.count <= range.places.upperBound, let next = cursor {
            // Beyond what is reached by page, what comes before the range is stepped over.
            if before + hits.count <= range.places.lowerBound {
                before += hits.count
                hits = []
            }
            query.cursor = next
            let more = visit.board.search(query, today: visit.today)
            hits += more.hits
            cursor = more.nextCursor
        }
        let shown = Array(hits.dropFirst(max(0, range.places.lowerBound - before)).prefix(range.places.count))
        let fields: HTTPFields = [
            .contentRange: shown.isEmpty
                ? "offres */\(first.total)"
                : "offres \(range.places.lowerBound)-\(range.places.lowerBound + shown.count - 1)/\(first.total)",
            .acceptRange: String(ResultRange.longest),
        ]
        guard !shown.isEmpty else { return Response(status: .noContent, fields: fields) }
        var response = visit.apiAnswer(
            try json(first, hits: shown, next: nil), lastModified: try visit.lastModified(), fields: fields)
        if response.status == .ok, shown.count < first.total { response.status = .partialContent }
        return response
    }

    private func json(_ answer: SearchAnswer, hits: [SearchHit], next: String?) throws -> JSONText {
        let posted = try visit.board.offers(hits.map(\.id), worker: visit.worker)
        let byID = Dictionary(posted.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let copies = try visit.read { stores throws(StorageError) in
            var copies: [OfferID: [JobCopy]] = [:]
            for hit in hits { copies[hit.id] = try stores.jobs.copies(of: hit.id) }
            return copies
        }
        let settings = visit.site.settings
        return JSONText.object(capacity: 8_192 + hits.count * 3_072) { document in
            document.member("total", answer.total)
            document.member("postes", answer.positions)
            document.array("elements") { elements in
                for hit in hits {
                    guard let posted = byID[hit.id] else { continue }
                    elements.object { element in
                        OfferJSON(
                            settings: settings, posted: posted, today: visit.today, isWhole: true, chosen: chosen,
                            copies: copies[hit.id] ?? []
                        ).write(to: &element, distance: hit.kilometres)
                    }
                }
            }
            document.member("curseur", next == nil ? nil : answer.nextCursor?.description)
            if !answer.facets.isEmpty { document.object("facettes") { write(answer, to: &$0) } }
            document.object("recherche_comprise") { write(understood: answer, to: &$0) }
            document.object("liens") { links in
                links.member("soi", settings.baseURL + API.offers.link(query: query.items))
                links.member("suivant", next)
                links.member("page", settings.baseURL + search.link)
            }
            DataLicence.write(settings, to: &document)
        }
    }

    private func write(_ answer: SearchAnswer, to json: inout JSONText.Object) {
        for group in FilterGroup.allCases {
            write(answer, group.facet, as: group.rawValue, to: &json) {
                group.isClosed ? group.label(of: $0) : maker.label($0, group)
            }
        }
        write(answer, .commune, as: "commune", to: &json) { code in
            INSEECode(code).flatMap { visit.board.reference.communes[$0]?.name } ?? code
        }
    }

    private func write(
        _ answer: SearchAnswer, _ facet: FacetGroup, as name: String, to json: inout JSONText.Object,
        label: (String) -> String
    ) {
        let values = answer.facets.first { $0.group == facet }?.values ?? []
        json.array(name) { elements in
            for value in values {
                elements.object { element in
                    element.member("code", value.code)
                    element.member("libelle", label(value.code))
                    element.member("offres", value.count)
                }
            }
        }
    }

    private func write(understood answer: SearchAnswer, to json: inout JSONText.Object) {
        json.array("notions") { elements in
            for concept in answer.understood {
                elements.object { element in
                    element.member("type", concept.kind.rawValue)
                    element.member("libelle", concept.label)
                    element.member("codes", concept.codes)
                    element.member("sans", concept.textWithout)
                }
            }
        }
        json.member("texte_corrige", answer.correctedText)
        json.array("lieux_ambigus") { elements in
            for place in answer.ambiguousPlaces {
                elements.object { element in
                    element.member("texte", place.text)
                    element.member("codes", place.choices.map(\.description))
                }
            }
        }
        json.member("laisse_de_cote", answer.relaxed)
    }
}

extension HTTPField.Name {
    /// France Travail's own: the most results of one range.
    static let acceptRange = known("Accept-Range")
}

extension Visit {
    func searchOffers(_ query: APIQuery) throws -> Response {
        try SearchDocument(query, visit: self).response()
    }
}
