import HTML
import Recruitment
import Web

/// The way in: two questions, then what there is.
struct HomePage {
    let total: Int
    let positions: Int
    let byContract: [ResultsPage.Results.Count]
    let byBasin: [ResultsPage.Results.Count]
    let recent: [PostedOffer]
    let today: CalendarDay
    let lists: HTML

    private static let shortcuts: [(label: String, search: OfferSearch)] = [
        (
            "Débutant accepté",
            OfferSearch().changed { $0.choices[.experience] = [Experience.beginnerAccepted.rawValue] }
        ),
        ("Sans permis", OfferSearch().changed { $0.choices[.licence] = ["sans"] }),
        ("Temps partiel", OfferSearch().changed { $0.choices[.workingTime] = [WorkingTime.partTime.rawValue] }),
        ("Publiées cette semaine", OfferSearch().changed { $0.choices[.published] = ["7"] }),
        ("Apprentissage", OfferSearch().changed { $0.choices[.contract] = [ContractType.apprenticeship.rawValue] }),
    ]

    var html: HTML {
        """
        <section class="hero">
        <div class="wrap">
        <h1>Trouver un emploi dans l’Allier</h1>
        <p>\(French.count(total, "offre ouverte", "offres ouvertes")) aujourd’hui, \
        \(French.count(positions, "poste", "postes")) à pourvoir.</p>
        <form action="\(Paths.offers.link())" method="get" role="search" aria-label="Chercher une offre">
        \(SearchBox(search: OfferSearch(), placement: .home, lists: lists).html)
        </form>
        </div>
        </section>
        <div class="wrap">
        <h2 class="visually-hidden">Recherches fréquentes</h2>
        <ul class="quick">
        \(each: Self.shortcuts, { "<li><a href=\"\($0.search.link)\">\($0.label)</a></li>\n" })</ul>
        <section aria-labelledby="recentes">
        <h2 id="recentes">Dernières offres publiées</h2>
        <ul class="offers">
        \(each: recent, { OfferCard($0, today: today).html() })</ul>
        <p><a class="button quiet" href="\(Paths.offers.link())">Voir toutes les offres</a></p>
        </section>
        <div class="tiles">
        \(tally("Par bassin d’emploi", byBasin, .basin))
        \(tally("Par contrat", byContract, .contract))
        </div>
        </div>
        """
    }

    private func tally(_ title: String, _ counts: [ResultsPage.Results.Count], _ group: FilterGroup) -> HTML {
        """
        <section aria-labelledby="par-\(group.rawValue)">
        <h2 id="par-\(group.rawValue)">\(title)</h2>
        <ul class="tally">
        \(each: counts.filter { $0.count > 0 }, { count in
            let search = OfferSearch().changed { $0.choices[group] = [count.code] }
            return """
                <li><a href="\(search.link)"><span>\(count.label)</span> <b>\(French.number(count.count))\
                <span class="visually-hidden"> offres</span></b></a></li>

                """
        })</ul>
        </section>
        """
    }
}
