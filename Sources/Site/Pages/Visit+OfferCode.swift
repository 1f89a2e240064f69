import HTML
import HTTP1
import HTTPTypes
import QRCode
import Recruitment
import Storage
import Web

extension Visit {
    /// The way from the six characters of a poster or a telephone call to the offer.
    func offerCode() throws -> Response {
        let typed = query["code"] ?? ""
        var problems = FormProblems()
        if !typed.isEmpty {
            if let id = OfferID(code: typed) {
                if let posted = try board.offer(id, worker: worker), posted.status.hasBeenPublic {
                    return .seeOther(Paths.offer.link(OfferCode(id)))
                }
                problems.add("code", "Aucune offre n’a ce code. Vérifiez-le, ou cherchez l’offre par son métier.")
            } else {
                problems.add("code", "Un code d’offre a six chiffres ou lettres, comme 7K2M4P.")
            }
        }
        let title = "Ouvrir une offre par son code"
        return page(
            Layout.Head(
                title: problems.isEmpty ? title : "Erreur : \(title)",
                canonical: typed.isEmpty ? Paths.offerCode.link() : nil,
                isIndexed: typed.isEmpty, section: .offers),
            status: problems.isEmpty ? .ok : .notFound,
            """
            <div class="wrap narrow">
            <h1>\(title)</h1>
            \(problems.summary)\
            <form action="\(Paths.offerCode.link())" method="get">
            \(FormField(
                name: "code", label: "Code de l’offre", value: String(typed.prefix(40)),
                hint: "Six chiffres ou lettres, sur l’affiche ou donnés au téléphone. Majuscules ou minuscules."
            ).html(problems))\
            <button>Ouvrir l’offre</button>
            </form>
            <p><a href="\(Paths.offers.link())">Chercher parmi toutes les offres</a></p>
            </div>
            """)
    }

    /// A sheet to print and pin up.
    func poster(_ id: OfferID) throws -> Response {
        let posted = try openOffer(id)
        let address = site.settings.baseURL + Paths.offer.link(OfferCode(id))
        let drawing = try QRCode(address, correction: .quartile).svg(label: "Code QR vers l’offre \(id.code)")
        let wording = OfferWording(offer: posted.offer)
        return page(
            Layout.Head(title: "Affiche : \(wording.title)", isIndexed: false, section: .offers),
            """
            <div class="wrap narrow poster">
            <p class="no-print">Imprimez cette page (Ctrl + P) sur une feuille A4. <a href="\(Paths.offer.link(OfferCode(id)))">Retour à l’offre</a></p>
            <h1>\(wording.title)</h1>
            <p class="poster-employer">\(wording.employer)<br>\(wording.place)</p>
            <ul class="poster-facts">
            <li>\(wording.contract)</li>
            \(wording.hours.map { "<li>\($0)</li>\n" } as HTML?)\
            \(wording.pay.map { "<li>\($0)</li>\n" } as HTML?)\
            \(wording.positions.map { "<li>\($0)</li>\n" } as HTML?)\
            \(posted.offer.application.phone.map { "<li>Téléphone : \($0)</li>\n" } as HTML?)\
            <li>Postuler jusqu’au \(French.date(posted.offer.deadline))</li>
            </ul>
            <div class="poster-code">\(HTML(markup: Array(drawing.utf8)))
            <p>Scannez, ou tapez le code<br><strong>\(id.code)</strong><br>sur \(site.settings.baseURL)\(Paths.offerCode.link())</p></div>
            </div>
            """)
    }
}
