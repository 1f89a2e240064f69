import HTML
import HTTP1
import HTTPTypes
import Recruitment
import Storage
import Web

extension Visit {
    func employers() throws -> Response {
        let text = String((query["q"] ?? "").prefix(SiteLimits.listWords))
        let found = try read { stores throws(StorageError) in
            try stores.postings.establishments(matching: text, limit: SiteLimits.employers)
        }
        return page(
            Layout.Head(title: "Les employeurs", isIndexed: false, section: .ownSpace),
            """
            <div class="wrap">
            <nav class="breadcrumb" aria-label="Fil d’Ariane"><a href="\(Paths.agentHome.link())">Espace des agents</a></nav>
            <h1>Les employeurs</h1>
            <form action="\(Paths.employers.link())" method="get">
            \(FormField(
                name: "q", label: "Nom ou SIRET", kind: .input("search"), value: text, isOptional: true
            ).html(FormProblems()))\
            <button>Chercher</button>
            </form>
            \(if: found.isEmpty, "<p>Aucun établissement ne correspond.</p>\n")\
            <ul class="rows">
            \(each: found, { item in
                """
                <li><a href="\(Paths.employer.link(item.siret))">\(item.name ?? SIRETText.grouped(item.siret))</a> \
                \(if: item.isTrusted, "<span class=\"badge good\">publie sans relecture</span>")<br>\
                <span class="hint">\(SIRETText.grouped(item.siret)), \(French.count(item.people, "personne", "personnes")), \
                \(French.count(item.postings, "offre", "offres"))</span></li>

                """
            })</ul>
            \(if: found.count == SiteLimits.employers, "<p>Seuls les \(String(SiteLimits.employers)) premiers sont montrés : précisez la recherche.</p>\n")\
            </div>
            """)
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
