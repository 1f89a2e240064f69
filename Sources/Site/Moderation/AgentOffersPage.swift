import HTML
import Recruitment
import Storage
import Web

/// Every offer of the board, with what a moderator may do to several at once.
struct AgentOffersPage {
    let filter: OfferListFilter
    /// The words looked for, as typed.
    let text: String
    /// Octets of a text that answer them.
    let marks: (String) -> [Range<Int>]
    let offers: [PostedOffer]
    let number: Int
    let hasMore: Bool
    let mayModerate: Bool
    let today: CalendarDay
    let problems: FormProblems
    let seal: FormSeal

    private func query(page: Int? = nil) -> QueryItems {
        var query = QueryItems()
        if !text.isEmpty { query.append("q", text) }
        if let status = filter.status { query.append("statut", status.code) }
        if filter.onlyOwn { query.append("source", "site") }
        if let page, page > 1 { query.append("page", String(page)) }
        return query
    }

    var html: HTML {
        let statuses =
            [(value: "", label: "Tous")]
            + OfferStatus.allCases.map { (value: $0.code, label: PostingWording.status($0)) }
        let form: HTML = """
            <form action="\(Paths.agentOffers.link())" method="get">
            \(FormField(
                name: "q", label: "Mots de l’offre, de l’employeur ou de la commune", kind: .input("search"),
                value: text, isOptional: true
            ).html(problems))\
            \(FormField(
                name: "statut", label: "Statut", kind: .choice(statuses), value: filter.status?.code ?? "",
                isOptional: true
            ).html(problems))\
            \(FormField(
                name: "source", label: "Source",
                kind: .choice([(value: "", label: "Toutes"), (value: "site", label: "Écrites sur ce site")]),
                value: filter.onlyOwn ? "site" : "", isOptional: true
            ).html(problems))\
            <button>Chercher</button>
            </form>
            """
        return """
            <div class="wrap">
            <nav class="breadcrumb" aria-label="Fil d’Ariane"><a href="\(Paths.agentHome.link())">Espace des agents</a></nav>
            <h1>Les offres</h1>
            \(problems.summary)\
            \(form)
            <p><a href="\(Paths.agentOffersCSV.link(query: query()))">Télécharger cette liste en CSV</a></p>
            \(if: offers.isEmpty, "<p>Aucune offre ne correspond.</p>\n")\
            \(if: !offers.isEmpty, list)\
            \(pages)\
            </div>
            """
    }

    private var list: HTML {
        let rows: HTML = """
            <ul class="rows" id="offre">
            \(each: offers, { row($0) })</ul>

            """
        guard mayModerate else { return rows }
        return """
            <form action="\(Paths.agentOffers.link(query: query(page: number)))" method="post" novalidate>
            \(seal.html)\
            \(rows)\
            <h2>Pour toutes les offres cochées</h2>
            \(FormField(
                name: "action", label: "Action",
                kind: .choice(
                    [(value: "", label: "Choisissez")]
                        + ModerationAction.forSeveral.map { (value: $0.rawValue, label: $0.label) }),
                hint: "Une page demande ensuite les raisons et une confirmation."
            ).html(problems))\
            <button class="button quiet">Continuer</button>
            </form>

            """
    }

    private func row(_ posted: PostedOffer) -> HTML {
        let wording = OfferWording(offer: posted.offer)
        let box: HTML? =
            mayModerate
            ? """
            <input type="checkbox" name="offre" value="\(posted.id.code)" aria-label="Cocher \(wording.title)"> \

            """ : nil
        return """
            <li><span>\(box)<a href="\(Paths.review.link(OfferCode(posted.id)))">\(marked(wording.title))</a> \
            \(PostingWording.badge(posted.effectiveStatus(on: today)))<br>\
            <span class="hint">\(posted.id.code), \(marked(wording.employer)), \(marked(wording.place)), \
            \(SourceLabel.text(posted.offer.identity.source)), jusqu’au \(French.date(posted.offer.deadline))</span>\(passage(posted.offer))</span></li>

            """
    }

    private func marked(_ text: String) -> HTML { MarkedText.html(text, marks: marks(text)) }

    /// The first paragraph of the text that has a word looked for.
    private func passage(_ offer: Offer) -> HTML? {
        guard filter.words != nil else { return nil }
        for paragraph in offer.description.split(separator: "\n") {
            let text = String(paragraph.prefix(SiteLimits.passage))
            let found = marks(text)
            if !found.isEmpty { return "<br><span class=\"hint\">\(MarkedText.html(text, marks: found))</span>" }
        }
        return nil
    }

    private var pages: HTML? {
        guard number > 1 || hasMore else { return nil }
        return """
            <nav aria-label="Pages"><p>\
            \(if: number > 1, "<a href=\"\(Paths.agentOffers.link(query: query(page: number - 1)))\">Page précédente</a> ")\
            Page \(number)\
            \(if: hasMore, " <a href=\"\(Paths.agentOffers.link(query: query(page: number + 1)))\">Page suivante</a>")</p></nav>

            """
    }
}
