/// What the template is given. Dictionaries, because swift-mustache reads structures by reflection, which is slower.
struct ResultsPage {
    let context: [String: Any]

    private static let contracts = [
        ("CDI", "CDI"), ("CDD", "CDD"), ("MIS", "Intérim"), ("SAI", "Saisonnier"), ("APP", "Apprentissage"),
        ("PRO", "Contrat de professionnalisation"), ("DDI", "CDD d’insertion"), ("DIN", "CDI intérimaire"),
    ]
    private static let workingTimes = [("plein", "Temps plein"), ("partiel", "Temps partiel")]
    private static let ages = [
        ("1", "depuis hier"), ("3", "depuis 3 jours"), ("7", "depuis une semaine"), ("14", "depuis deux semaines"),
        ("31", "depuis un mois"),
    ]

    init(_ search: OfferSearch, _ results: OfferSearch.Results) {
        let age = search.days.map { String($0) }
        var filters: [[String: Any]] = []
        filters += Self.active(Self.contracts, search.contracts)
        filters += Self.active(Self.workingTimes, [search.workingTime].compactMap { $0 })
        filters += Self.active(Self.ages, [age].compactMap { $0 })
        let lastPage = max(1, (results.total + OfferSearch.perPage - 1) / OfferSearch.perPage)
        context = [
            "title": "\(results.total) offres – \(search.text)",
            "text": search.text,
            "count": results.total,
            "active": filters,
            "contracts": Self.choices(Self.contracts, search.contracts),
            "workingTimes": Self.choices(Self.workingTimes, [search.workingTime].compactMap { $0 }),
            "ages": Self.choices(Self.ages, [age].compactMap { $0 }),
            "offers": results.offers.map(Self.card),
            "pages": (1...min(lastPage, 9)).map { ["number": $0, "current": $0 == search.page] as [String: Any] },
        ]
    }

    private static func choices(_ all: [(String, String)], _ chosen: [String]) -> [[String: Any]] {
        all.map { ["code": $0.0, "label": $0.1, "checked": chosen.contains($0.0)] }
    }

    private static func active(_ all: [(String, String)], _ chosen: [String]) -> [[String: Any]] {
        all.filter { chosen.contains($0.0) }.map { ["code": $0.0, "label": $0.1] }
    }

    private static func card(_ offer: Offer) -> [String: Any] {
        var card: [String: Any] = [
            "code": offer.code, "title": offer.title, "employer": offer.employer ?? "Employeur non communiqué",
            "place": offer.place, "contract": offer.contract, "published": offer.published, "deadline": offer.deadline,
        ]
        card["hours"] = offer.hours
        card["salary"] = offer.salary
        card["experience"] = offer.experience
        if offer.positions > 1 { card["positions"] = offer.positions }
        return card
    }
}
