import HTML
import Recruitment
import Search
import Web

/// A list of offers with the form that made it.
struct ResultsPage {
    /// What the site shows of a search's answer.
    struct Results {
        struct Count {
            let option: FilterGroup.Option
            let count: Int

            var code: String { option.code }
            var label: String { option.label }
        }

        /// Something understood from the typed words, with the search that does without it.
        struct Concept {
            let label: String
            let without: OfferSearch
        }

        /// A remark above the list: what was corrected, what is not clear, what was left out, each with ways on.
        struct Remark {
            let text: String
            let choices: [(label: String, search: OfferSearch)]
        }

        var total = 0
        var positions = 0
        /// Where the place searched is; nil where none was named.
        var basin: Basin?
        var hits: [SearchHit] = []
        /// Stems of the words searched.
        var terms: Set<[UInt8]> = []
        var counts = ByFilterGroup<[Count]>()
        /// The communes that have most of the offers found wherever they are, each with the search of it alone.
        var communes: [(label: String, count: Int, search: OfferSearch)] = []
        var concepts: [Concept] = []
        var remarks: [Remark] = []
        /// The place as understood: `Vichy`; nil where none was asked.
        var placeLabel: String?
        /// Each place asked for, as the address has it and as it is called.
        var places: [(text: String, label: String)] = []
        /// Kilometres round it; nil where no distance applies.
        var radius: Int?
        var canSortByDistance = false
        var order = OfferSearch.Order.date
        var lastPage = 1
        /// The place could not be understood: nothing was searched.
        var isPlaceUnknown = false
    }

    let search: OfferSearch
    let results: Results
    /// Of the offers found and of those that repeat them.
    var cards: [OfferID: OfferCard] = [:]
    /// What the fields offer without a script.
    var lists = HTML()
    /// Where the search is had in other forms.
    var feeds: [(form: FeedForm, link: String)] = []

    // MARK: Words

    /// `12 offres – serveur, Vichy`.
    var title: String {
        var title = "\(count) – \(description.isEmpty ? "Offres d’emploi" : description)"
        if search.page > 1 { title += ", page \(search.page)" }
        return title
    }

    var count: String {
        results.total == 0 ? "Aucune offre" : French.count(results.total, "offre", "offres")
    }

    /// What was searched, in a few words; empty for everything.
    var description: String {
        var parts: [String] = []
        if !search.text.isEmpty { parts.append(Self.short(search.text)) }
        if let place = results.placeLabel {
            parts.append(results.radius.map { $0 > 0 ? "\(place) et \($0) km autour" : place } ?? place)
        } else if !search.places.isEmpty {
            parts.append(Self.short(search.places.joined(separator: ", ")))
        }
        if !search.includesNeighbours { parts.append("Allier seulement") }
        for choice in search.choices.entries {
            for code in choice.value { parts.append(label(of: code, in: choice.group)) }
        }
        parts += search.further.items.compactMap(search.further.label)
        return Self.short(parts.joined(separator: ", "), limit: 120)
    }

    private static func short(_ text: String, limit: Int = 60) -> String {
        text.count > limit ? text.prefix(limit) + "…" : text
    }

    private func label(of code: String, in group: FilterGroup) -> String {
        if group.isClosed { return group.label(of: code) }
        return results.counts[group]?.first { $0.code == code }?.label ?? code
    }

    // MARK: Page

    var html: HTML {
        """
        <div class="wrap results-page">
        <div class="page-head"><h1>Offres d’emploi</h1></div>
        <form action="\(Paths.offers.link())" method="get" role="search" aria-label="Chercher une offre">
        \(SearchBox(search: search, placement: .results, lists: lists).html)
        \(filters)\
        </form>
        <div class="results">
        \(remarks)\
        \(activeFilters)\
        <div class="result-head">
        <h2 id="resultat"><span role="status">\(heading)</span></h2>
        \(sorts)
        </div>
        \(list)
        \(Pagination(search: search, lastPage: results.lastPage).html)
        \(following)
        </div>
        </div>
        """
    }

    private var filters: HTML? {
        let fieldsets = FilterGroup.allCases.compactMap(fieldset)
        guard !fieldsets.isEmpty else { return nil }
        return """
            <details class="filters">
            <summary>\(filtersLabel)</summary>
            <div class="filters-inner">
            \(fieldsets)\
            \(communes)\
            \(neighbours)\
            \(hidden)<p class="filters-actions"><button>Appliquer les filtres</button></p>
            </div>
            </details>

            """
    }

    private var heading: HTML {
        if results.isPlaceUnknown { return "Aucune offre : le lieu est à préciser" }
        let positions: HTML? =
            results.positions > results.total
            ? " <span class=\"hint\">pour \(French.count(results.positions, "poste", "postes"))</span>" : nil
        let place: HTML? = results.placeLabel.map { name in
            guard let radius = results.radius, radius > 0 else { return " \(French.at(name))" }
            return " à moins de \(radius)\(French.noBreakSpace)km \(French.from(name))"
        }
        return "\(count)\(place)\(positions)"
    }

    private var filtersLabel: String {
        let number =
            search.choices.entries.reduce(0) { $0 + $1.value.count } + (search.includesNeighbours ? 0 : 1)
            + search.further.items.count
        return number == 0 ? "Filtrer" : "Filtrer (\(French.count(number, "filtre actif", "filtres actifs")))"
    }

    /// What the form carries on without showing it.
    private var hidden: HTML {
        var html = HTML()
        if let order = search.order { html += "<input type=\"hidden\" name=\"tri\" value=\"\(order.rawValue)\">\n" }
        for item in search.further.items {
            html += "<input type=\"hidden\" name=\"\(item.name)\" value=\"\(item.value)\">\n"
        }
        return html
    }

    private func fieldset(_ group: FilterGroup) -> HTML? {
        let chosen = search.choices[group] ?? []
        let counts = results.counts[group] ?? []
        let unspecified = group == .salary ? counts.first { $0.code == SalaryStep.unspecified.rawValue } : nil
        let shown = counts.filter { ($0.count > 0 || chosen.contains($0.code)) && $0.code != unspecified?.code }
        guard !shown.isEmpty, shown.count > 1 || !chosen.isEmpty || group.options.count == 1 else { return nil }
        let any: HTML? =
            group.isExclusive
            ? """
            <label class="choice"><input type="radio" name="\(group.rawValue)" value=""\(if: chosen.isEmpty, " checked")> \
            <span>Peu importe</span></label>

            """ : nil
        return """
            <fieldset>
            <legend>\(group.legend)</legend>
            \(any)\
            \(Self.choices(shown, chosen))\(unspecified.map(unknownSalary))</fieldset>

            """
    }

    private static func choices(_ shown: [Results.Count], _ chosen: [String]) -> HTML {
        var html = HTML(capacity: shown.count * 192)
        for choice in shown {
            html += choice.option.opening
            html.append(literal: chosen.contains(choice.code) ? "\" checked" : "\"")
            html += choice.option.ending
            append(count: choice.count, to: &html)
            html.append(literal: "</label>\n")
        }
        return html
    }

    private static func append(count: Int, to html: inout HTML) {
        html.append(literal: "<span class=\"count\">")
        html.append(text: French.number(count))
        html.append(literal: "<span class=\"visually-hidden\"> offres</span></span>")
    }

    private static func count(_ number: Int) -> HTML {
        var html = HTML()
        append(count: number, to: &html)
        return html
    }

    /// Most offers give no salary: whether a least one leaves them out is for the person to say.
    private func unknownSalary(_ choice: Results.Count) -> HTML {
        """
        <label class="choice"><input type="checkbox" name="salaire_inconnu" value="oui"\
        \(if: search.includesUnknownSalary, " checked")> <span>Garder aussi les offres sans salaire précisé</span> \
        \(Self.count(choice.count))</label>

        """
    }

    /// Links, since a place is one of its own field with its distance: each leads to what its number says.
    private var communes: HTML? {
        guard results.communes.count > 1 else { return nil }
        var html: HTML =
            "<p class=\"filter-title\" id=\"par-commune\">Commune</p>\n<ul class=\"communes\" aria-labelledby=\"par-commune\">\n"
        for commune in results.communes {
            html.append(literal: "<li><a href=\"")
            html.append(text: commune.search.link)
            html.append(literal: "\">")
            html.append(text: commune.label)
            html.append(literal: "</a> ")
            Self.append(count: commune.count, to: &html)
            html.append(literal: "</li>\n")
        }
        return html + "</ul>\n"
    }

    private var neighbours: HTML {
        """
        <fieldset>
        <legend>Départements voisins</legend>
        <label class="choice"><input type="radio" name="limitrophes" value=""\(if: search.includesNeighbours, " checked")> \
        <span>Voir aussi leurs offres</span></label>
        <label class="choice"><input type="radio" name="limitrophes" value="non"\(if: !search.includesNeighbours, " checked")> \
        <span>Allier seulement</span></label>
        </fieldset>

        """
    }

    private var remarks: HTML? {
        guard !results.remarks.isEmpty else { return nil }
        return """
            \(each: results.remarks, { remark in
                """
                <div class="notice"><p>\(remark.text)</p>
                \(Self.links(remark.choices))</div>

                """
            })
            """
    }

    private static func links(_ choices: [(label: String, search: OfferSearch)]) -> HTML? {
        guard !choices.isEmpty else { return nil }
        return """
            <ul class="quick">
            \(each: choices, { "<li><a href=\"\($0.search.link)\">\($0.label)</a></li>\n" })</ul>

            """
    }

    /// Everything that narrows the search, each with the link that takes it away.
    private var activeFilters: HTML? {
        var filters: [(label: String, without: OfferSearch)] = []
        for (text, name) in results.places {
            let around = results.radius.map { $0 > 0 ? ", \($0) km" : "" } ?? ""
            filters.append(("lieu : \(name)\(around)", search.without(place: text)))
        }
        if !search.includesNeighbours {
            filters.append(("Allier seulement", search.changed { $0.includesNeighbours = true }))
        }
        filters += results.concepts.map { ($0.label, $0.without) }
        for choice in search.choices.entries {
            for code in choice.value {
                filters.append((label(of: code, in: choice.group), search.without(code, in: choice.group)))
            }
        }
        for item in search.further.items {
            guard let label = search.further.label(item) else { continue }
            filters.append((label, search.changed { $0.further.remove(item) }))
        }
        guard !filters.isEmpty else { return nil }
        return """
            <ul class="active-filters" aria-label="Ce qui limite la recherche">
            \(each: filters, { filter in
                """
                <li><a href="\(filter.without.link)"><span class="visually-hidden">Retirer : </span>\(filter.label) \
                <span aria-hidden="true">×</span></a></li>

                """
            })\
            \(if: filters.count > 1, "<li><a class=\"reset\" href=\"\(Paths.offers.link())\">Tout effacer</a></li>\n")</ul>

            """
    }

    private var sorts: HTML? {
        guard results.total > 1 else { return nil }
        var orders: [OfferSearch.Order] = search.text.isEmpty ? [.date] : [.relevance, .date]
        if results.canSortByDistance { orders.append(.distance) }
        orders.append(.salary)
        return """
            <nav class="sorts" aria-label="Trier les offres">Trier par \
            \(orders.map { order -> HTML in
                let current: HTML? = order == results.order ? " aria-current=\"true\"" : nil
                return "<a href=\"\(search.changed { $0.order = order }.link)\"\(current)>\(order.label)</a>"
            }.joined(separator: ", "))</nav>
            """
    }

    private var list: HTML {
        guard !results.hits.isEmpty else { return results.isPlaceUnknown ? HTML() : nothingFound }
        return """
            <ol class="offers">
            \(hits)</ol>
            """
    }

    private var hits: HTML {
        let stems = OfferCard.stems(results.terms)
        var html = HTML(capacity: results.hits.count * OfferCard.usualOctets)
        for hit in results.hits {
            guard let card = cards[hit.id] else { continue }
            var context = OfferCard.Context(stems: stems, distance: hit.kilometres)
            if !hit.duplicates.isEmpty {
                context.otherSources = Set(hit.duplicates.compactMap { cards[$0]?.source }).sorted()
            }
            card.append(to: &html, context)
        }
        return html
    }

    /// The same search in forms that programs follow.
    private var following: HTML {
        """
        <details class="follow">
        <summary>Suivre cette recherche</summary>
        <p>Gardez l’adresse de cette page en favori, ou prenez la même liste sous une autre forme :</p>
        <ul>
        \(each: feeds, { "<li><a href=\"\($0.link)\">\($0.form.label)</a></li>\n" })\
        <li><a href="\(Widget.path.link(query: search.changed { _ in }.items))">Encadré pour votre site</a></li>
        <li><a href="\(API.documentation.link())">API pour vos programmes</a></li>
        </ul>
        </details>
        """
    }

    /// The filters that alone keep everything out: a group is counted as if its own filter were off.
    private var waysWithoutOneFilter: [(label: String, search: OfferSearch)] {
        guard search.choices.entries.count > 1 else { return [] }
        return FilterGroup.allCases.compactMap { group in
            guard let codes = search.choices[group], !codes.isEmpty,
                let most = results.counts[group]?.map(\.count).max(), most > 0
            else { return nil }
            let names = codes.map { "« \(label(of: $0, in: group)) »" }.joined(separator: ", ")
            return ("Enlever \(names)", search.changed { $0.choices[group] = nil })
        }
    }

    /// What to try when nothing was found: each way out is one click.
    private var nothingFound: HTML {
        var ways: [(label: String, search: OfferSearch)] = []
        if let radius = results.radius, radius < OfferSearch.Limit.radius, results.placeLabel != nil {
            let wider = OfferSearch.radii.first { $0 > radius } ?? OfferSearch.Limit.radius
            ways.append(("Chercher jusqu’à \(wider) km", search.changed { $0.radius = wider }))
        }
        ways += waysWithoutOneFilter
        if !search.choices.isEmpty || !search.further.isEmpty {
            let bare = search.changed { search in
                search.choices = .init()
                search.further = FurtherSearch()
            }
            ways.append(("Enlever tous les filtres", bare))
        }
        if !search.text.isEmpty, !search.places.isEmpty {
            ways.append(("Toutes les offres de ce lieu", search.changed { $0.text = "" }))
            ways.append(
                (
                    "Ces mots dans tout le département",
                    search.changed {
                        $0.places = []
                        $0.radius = nil
                    }
                ))
        }
        ways.append(("Voir toutes les offres", OfferSearch()))
        return """
            <div class="notice">
            <p>Aucune offre ne répond à toute la recherche. Vous pouvez essayer un mot plus simple (« vente » plutôt que \
            « vendeur en prêt-à-porter ») ou :</p>
            \(Self.links(ways))</div>
            """
    }
}
