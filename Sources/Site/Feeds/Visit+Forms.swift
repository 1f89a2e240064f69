import Feeds
import HTTP1
import Recruitment
import Storage
import Web

extension Visit {
    /// A search in one of its forms. A parameter or value that cannot be used is refused: an empty or wider list would mislead.
    func feed(_ form: FeedForm) throws -> Response {
        let (search, place) = try strictSearch()
        let description = ResultsPage(search: search, results: ResultsPage.Results(place)).description
        let name = description.isEmpty ? "Offres d’emploi" : description
        let base = site.settings.baseURL
        let publication = FeedPublication(
            title: "\(name) – Emploi Allier", summary: "Offres d’emploi dans l’Allier : \(name)",
            page: base + search.link,
            address: base + form.link(search), host: site.settings.host,
            updated: Instant(secondsSinceEpoch: Int64(try lastModified().seconds)),
            offerPage: { [settings = site.settings] in settings.page(of: $0.id) })
        guard let writer = form.writer(publication) else { return try feed() }
        let stream = FeedStream(
            self, try ResultsMaker(visit: self, search: search).query(in: place.places), writer, most: form.mostOffers)
        return reusable(
            try streamed(form.mediaType, form: form.revision, fields: Self.crossOrigin) { try stream.next() })
    }

    /// The search that the address asks for.
    /// - Throws: `APIRefusal` for what cannot be used in it.
    func strictSearch() throws -> (search: OfferSearch, place: Understanding.Place) {
        try OfferSearch.strict(query, communes: board.reference.communes)
    }
}

extension OfferSearch {
    /// A search that its address tells whole.
    /// - Throws: `APIRefusal` for what cannot be used in it.
    static func strict(
        _ query: QueryItems, communes: CommuneDirectory
    ) throws -> (search: OfferSearch, place: Understanding.Place) {
        var problems: [ParameterProblem] = []
        // A form sends its empty fields too: they say nothing.
        let given = query.items.reduce(into: QueryItems()) { if !$1.value.isEmpty { $0.append($1.name, $1.value) } }
        let items = try APIQuery(given, parameters: SearchParameters.ofEveryForm).items
        let search = OfferSearch(items, problems: &problems)
        let place = Understanding(search: search, communes: communes).place
        if let problem = place.problem { problems.append(.init(place: problem.text, suggestions: problem.suggestions)) }
        guard problems.isEmpty else { throw APIRefusal(problems: problems) }
        return (search, place)
    }
}

extension ResultsPage.Results {
    /// What is known of a search before it is made.
    init(_ place: Understanding.Place) {
        placeLabel = place.label
        places = place.named
        radius = place.radius
    }
}

extension SiteSettings {
    /// The name of the host in the site's address.
    var host: String {
        let authority = baseURL.split(separator: "/").last.map(String.init) ?? baseURL
        return authority.split(separator: ":").first.map(String.init) ?? authority
    }
}
