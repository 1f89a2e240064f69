import HTML
import HTTP1
import HTTPTypes
import Recruitment
import Storage
import Web

extension Visit {
    func reportPage(_ id: OfferID) throws -> Response {
        reportPage(try openOffer(id), reason: "", details: "", problems: FormProblems())
    }

    func report(_ id: OfferID) throws -> Response {
        let posted = try openOffer(id)
        let details = field("precisions")
        var problems = FormProblems()
        let reason = OfferReport.Reason(rawValue: field("motif"))
        if reason == nil { problems.add("motif", "Dites ce qui ne va pas.") }
        if details.unicodeScalars.count > OfferReport.longestDetails {
            problems.add("precisions", "Ce texte est trop long : 1 000 caractères au plus.")
        }
        guard let reason, problems.isEmpty else {
            return reportPage(
                posted, reason: field("motif"), details: details, problems: problems, status: .unprocessableContent)
        }
        try site.guards.allowReport(request, at: now)
        let report = OfferReport(reason: reason, details: details, at: now)
        try write { writing throws(StorageError) in try writing.add(report, on: id) }
        return page(
            Layout.Head(title: "Merci", isIndexed: false, section: .offers),
            """
            <div class="wrap narrow">
            <h1>Merci, c’est noté</h1>
            <p>Un agent du Département relira cette offre en priorité. Nous n’avons rien gardé sur vous.</p>
            <p><a class="button" href="\(Paths.offers.link())">Voir les autres offres</a></p>
            </div>
            """)
    }

    /// An offer that one may still apply to.
    func openOffer(_ id: OfferID) throws -> PostedOffer {
        guard let posted = try board.offer(id, worker: worker), posted.status.hasBeenPublic else {
            throw PageError.notFound
        }
        guard posted.isOpen(on: today) else {
            throw posted.status == .moderated ? PageError.removed : PageError.gone(posted)
        }
        return posted
    }

    private func reportPage(
        _ posted: PostedOffer, reason: String, details: String, problems: FormProblems,
        status: HTTPResponse.Status = .ok
    ) -> Response {
        let title = "Signaler cette offre"
        let link = Paths.offer.link(OfferCode(posted.id))
        return page(
            Layout.Head(title: problems.isEmpty ? title : "Erreur : \(title)", isIndexed: false, section: .offers),
            status: status
        ) { seal in
            """
            <div class="wrap narrow">
            <nav class="breadcrumb" aria-label="Fil d’Ariane"><a href="\(link)">\(OfferWording(offer: posted.offer).title)</a></nav>
            <h1>\(title)</h1>
            <p>Un agent du Département la relira. Vous n’avez pas à dire qui vous êtes.</p>
            \(problems.summary)\
            <form action="\(Paths.report.link(OfferCode(posted.id)))" method="post" novalidate>
            \(seal.html)\
            \(FormField(
                name: "motif", label: "Qu’est-ce qui ne va pas ?",
                kind: .choice(
                    [(value: "", label: "Choisissez")]
                        + OfferReport.Reason.allCases.map { (value: $0.rawValue, label: $0.label) }),
                value: reason
            ).html(problems))\
            \(FormField(
                name: "precisions", label: "Précisions", kind: .area(rows: 4), value: details,
                hint: "N’écrivez aucune information personnelle.", isOptional: true
            ).html(problems))\
            <button>Envoyer le signalement</button>
            </form>
            </div>
            """
        }
    }
}
