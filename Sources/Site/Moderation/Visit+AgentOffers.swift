import HTML
import HTTP1
import HTTPTypes
import Recruitment
import Storage
import Web

extension Visit {
    private var listText: String { String((query["q"] ?? "").prefix(SiteLimits.listWords)) }

    private var listFilter: OfferListFilter {
        OfferListFilter(
            words: listText.isEmpty ? nil : board.fullTextQuery(listText),
            status: OfferStatus.allCases.first { $0.code == query["statut"] }, onlyOwn: query["source"] == "site")
    }

    /// Every offer of the board, for agents.
    func agentOffers() throws -> Response {
        try agentOffers(problems: FormProblems())
    }

    func agentOffers(problems: FormProblems, status: HTTPResponse.Status = .ok) throws -> Response {
        let (filter, mayModerate) = (listFilter, try account().roles.contains(where: \.moderates))
        let number = min(max(Int(query["page"] ?? "") ?? 1, 1), SiteLimits.listPages)
        let (offers, today) = (try listed(filter, limit: SiteLimits.listed + 1, page: number), today)
        return page(
            problems.isEmpty
                ? Layout.Head(title: "Les offres", isIndexed: false, section: .ownSpace)
                : Self.problemHead("Les offres"), status: status
        ) { seal in
            AgentOffersPage(
                filter: filter, text: listText,
                marks: { [board] text in
                    filter.words.map { board.highlights(text, query: $0) } ?? []
                }, offers: Array(offers.prefix(SiteLimits.listed)), number: number,
                hasMore: offers.count > SiteLimits.listed && number < SiteLimits.listPages, mayModerate: mayModerate,
                today: today, problems: problems, seal: seal
            ).html
        }
    }

    private func listed(_ filter: OfferListFilter, limit: Int, page: Int) throws(StorageError) -> [PostedOffer] {
        try read { stores throws(StorageError) in
            try stores.offers.offers(
                try stores.postings.list(filter, limit: limit, offset: (page - 1) * SiteLimits.listed))
        }
    }

    /// The same list as a table for a spreadsheet.
    func agentOffersCSV() throws -> Response {
        let offers = try listed(listFilter, limit: SiteLimits.exported, page: 1)
        return .spreadsheet(
            "offres.csv",
            header: [
                "code", "statut", "source", "intitule", "employeur", "siret", "commune", "code_postal", "contrat",
                "heures_hebdo", "salaire", "postes", "publiee_le", "date_limite",
            ],
            rows: offers.map { posted in
                let offer = posted.offer
                return [
                    posted.id.code, posted.effectiveStatus(on: today).code, offer.identity.source.description,
                    offer.title, offer.employer ?? "", offer.siret?.description ?? "", offer.workplace.label,
                    offer.workplace.postcode?.description ?? "", offer.contract.rawValue,
                    offer.weeklyHours.map(French.decimal) ?? "", OfferWording(offer: offer).pay ?? "",
                    String(offer.positions), ParisTime.day(at: offer.publishedAt).description,
                    offer.deadline.description,
                ]
            })
    }
}
