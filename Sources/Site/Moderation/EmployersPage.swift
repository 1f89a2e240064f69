import HTML
import Recruitment
import Storage
import Web

/// The establishments that recruiters act for, with a search.
struct EmployersPage {
    let filter: EstablishmentFilter
    let found: [EstablishmentSummary]

    static func label(_ kind: EstablishmentFilter.Kind) -> String {
        switch kind {
        case .trusted: "Qui publient sans relecture"
        case .pending: "Où une personne est à vérifier"
        case .closed: "Fermés au répertoire Sirene"
        case .hiring: "Qui ont une offre en ligne"
        }
    }

    private var query: QueryItems {
        var query = QueryItems()
        if !filter.text.isEmpty { query.append("q", filter.text) }
        if let kind = filter.kind { query.append("genre", kind.rawValue) }
        return query
    }

    var html: HTML {
        let kinds =
            [(value: "", label: "Tous")]
            + EstablishmentFilter.Kind.allCases.map { (value: $0.rawValue, label: Self.label($0)) }
        return """
            <div class="wrap">
            <nav class="breadcrumb" aria-label="Fil d’Ariane"><a href="\(Paths.agentHome.link())">Espace des agents</a></nav>
            <h1>Les employeurs</h1>
            <form action="\(Paths.employers.link())" method="get">
            \(FormField(
                name: "q", label: "Nom ou SIRET", kind: .input("search"), value: filter.text, isOptional: true
            ).html(FormProblems()))\
            \(FormField(
                name: "genre", label: "Lesquels", kind: .choice(kinds), value: filter.kind?.rawValue ?? "",
                isOptional: true
            ).html(FormProblems()))\
            <button>Chercher</button>
            </form>
            <p><a href="\(Paths.employersCSV.link(query: query))">Télécharger cette liste en CSV</a></p>
            \(if: found.isEmpty, "<p>Aucun établissement ne correspond.</p>\n")\
            <ul class="rows">
            \(each: found, row)</ul>
            \(if: found.count == SiteLimits.employers, "<p>Seuls les \(String(SiteLimits.employers)) premiers sont montrés : précisez la recherche.</p>\n")\
            </div>
            """
    }

    private func row(_ item: EstablishmentSummary) -> HTML {
        """
        <li><span><a href="\(Paths.employer.link(item.siret))">\(item.name ?? SIRETText.grouped(item.siret))</a>\
        \(if: item.isTrusted, " <span class=\"badge good\">publie sans relecture</span>")\
        \(if: item.isOpen == false, " <span class=\"badge problem\">fermé au répertoire</span>")\
        \(if: item.pending > 0, " <span class=\"badge\">\(French.count(item.pending, "personne à vérifier", "personnes à vérifier"))</span>")<br>
        <span class="hint">\(SIRETText.grouped(item.siret)), \(French.count(item.people, "personne", "personnes")), \
        \(French.count(item.postings, "offre", "offres")), dont \(French.number(item.published)) en ligne</span></span></li>

        """
    }
}
