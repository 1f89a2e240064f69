import HTML
import HTTP1
import HTTPTypes
import Recruitment
import Storage
import Web

extension Visit {
    private var establishmentFilter: EstablishmentFilter {
        EstablishmentFilter(
            text: String((query["q"] ?? "").prefix(SiteLimits.listWords)),
            kind: query["genre"].flatMap(EstablishmentFilter.Kind.init(rawValue:)))
    }

    func employers() throws -> Response {
        let filter = establishmentFilter
        let found = try read { stores throws(StorageError) in
            try stores.postings.establishments(filter, limit: SiteLimits.employers)
        }
        return page(
            Layout.Head(title: "Les employeurs", isIndexed: false, section: .ownSpace),
            EmployersPage(filter: filter, found: found).html)
    }

    /// The same list for a spreadsheet.
    func employersCSV() throws -> Response {
        let filter = establishmentFilter
        let found = try read { stores throws(StorageError) in
            try stores.postings.establishments(filter, limit: SiteLimits.exported)
        }
        return .spreadsheet(
            "employeurs.csv",
            header: ["siret", "nom", "personnes", "a_verifier", "offres", "en_ligne", "sans_relecture", "ouvert"],
            rows: found.map { item in
                [
                    item.siret.description, item.name ?? "", String(item.people), String(item.pending),
                    String(item.postings), String(item.published), item.isTrusted ? "oui" : "non",
                    item.isOpen.map { $0 ? "oui" : "non" } ?? "",
                ]
            })
    }

    func employer(_ siret: SIRET) throws -> Response {
        let view = try read { stores throws(StorageError) -> EmployerPage.Facts? in
            guard let establishment = try stores.establishments.establishment(siret) else { return nil }
            var people: [(account: Account, state: Membership.State)] = []
            for (id, state) in try stores.postings.people(of: siret) {
                if let account = try stores.accounts.account(id) { people.append((account, state)) }
            }
            let events = try stores.events.events(on: .establishment(siret), limit: SiteLimits.events)
            return EmployerPage.Facts(
                establishment: establishment, people: people, isTrusted: try stores.postings.isTrusted(siret),
                offers: try stores.offers.offers(
                    try stores.postings.handedIn(for: siret, limit: SiteLimits.events)),
                events: events, names: try stores.names(in: events))
        }
        guard let view else { throw PageError.notFound }
        let (today, mayModerate) = (today, try account().roles.contains(where: \.moderates))
        return page(
            Layout.Head(title: OfferFormPage.label(view.establishment), isIndexed: false, section: .ownSpace)
        ) { seal in EmployerPage(facts: view, mayModerate: mayModerate, today: today, seal: seal).html }
    }

    /// Sets whether an establishment's offers are published before an agent reads them.
    func trustEmployer(_ siret: SIRET) throws -> Response {
        let (agent, now) = (try account().id, now)
        let isTrusted: Bool
        switch field("confiance") {
        case "oui": isTrusted = true
        case "non": isTrusted = false
        default: throw PageError.badRequest(reason: "Il faut dire oui ou non.")
        }
        let isThere = try write { writing throws(StorageError) in
            guard try writing.stores.establishments.establishment(siret) != nil else { return false }
            try writing.setTrusted(isTrusted, siret, by: agent, at: now)
            return true
        }
        guard isThere else { throw PageError.notFound }
        return .seeOther(Paths.employer.link(siret))
    }
}
