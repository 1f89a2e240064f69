import HTML
import Recruitment
import Storage
import Web

/// One offer.
struct OfferPage {
    let posted: PostedOffer
    let today: CalendarDay
    let occupationLabel: String?
    let sourceLabel: String
    let similar: [PostedOffer]
    /// Other open offers that tell the same job.
    var copies: [JobCopy] = []

    private var wording: OfferWording { OfferWording(offer: posted.offer) }

    var title: String { "\(wording.title) – \(wording.place)" }

    var summary: String {
        [wording.title, wording.place, wording.contract, wording.shortHours, wording.pay].compactMap { $0 }
            .joined(separator: ", ")
    }

    /// For an offer one may still apply to.
    var open: HTML {
        """
        <div class="wrap">
        \(breadcrumb)
        <article class="offer-layout">
        <header class="offer-head">
        <h1>\(wording.title)</h1>
        <p class="employer">\(wording.employer) · \(wording.place)</p>
        <p class="hint">\(dates)</p>
        </header>
        <section aria-labelledby="reponses">
        <h2 id="reponses" class="visually-hidden">L’offre en sept réponses</h2>
        \(SevenAnswers(
            posted: posted, today: today, occupationLabel: occupationLabel,
            applying: Applying(posted: posted, sourceLabel: sourceLabel)
        ).html)
        </section>
        <section class="prose" aria-labelledby="texte">
        <h2 id="texte">Le texte de l’offre</h2>
        \(OfferProse.html(posted.offer.description))
        </section>
        \(source)
        </article>
        \(similarOffers(title: "Offres proches"))
        </div>
        """
    }

    /// For an offer that is closed: what it was, that it is over, and where to go on.
    func closed(status: OfferStatus) -> HTML {
        """
        <div class="wrap">
        \(breadcrumb)
        <h1>Cette offre n’est plus disponible</h1>
        <div class="notice">
        <p><strong>\(wording.title)</strong> – \(wording.place)</p>
        <p>\(closing(status)) Ne postulez plus.</p>
        </div>
        \(similarOffers(title: "Des offres proches encore ouvertes"))
        <p><a class="button" href="\(Paths.offers.link())">Voir toutes les offres</a></p>
        </div>
        """
    }

    private var breadcrumb: HTML {
        """
        <nav class="breadcrumb" aria-label="Fil d’Ariane"><a href="\(Paths.home.link())">Accueil</a> › \
        <a href="\(Paths.offers.link())">Offres d’emploi</a></nav>
        """
    }

    private var dates: HTML {
        let published = ParisTime.day(at: posted.offer.publishedAt)
        let updated = ParisTime.day(at: posted.offer.updatedAt)
        let change: HTML? = updated > published ? ", mise à jour \(French.ago(updated, today: today))" : nil
        return "Publiée \(French.ago(published, today: today))\(change)"
    }

    private var source: HTML {
        """
        <p class="hint">Source : \(attribution). Offre reçue le \(French.date(ParisTime.day(at: posted.receivedAt))), \
        référence de la source : \(posted.offer.identity.sourceID).</p>
        \(otherSources)\
        <p class="hint no-print"><a href="\(Paths.report.link(OfferCode(posted.id)))" rel="nofollow">Signaler cette offre</a> · \
        <a href="\(Paths.poster.link(OfferCode(posted.id)))" rel="nofollow">Affiche à imprimer</a></p>
        """
    }

    /// France Travail asks to be named, with a link to the offer there.
    private var attribution: HTML {
        guard posted.offer.identity.source == .franceTravail,
            let there = SafeURL(Self.franceTravail + posted.offer.identity.sourceID)
        else { return "\(sourceLabel)" }
        return "<a href=\"\(there)\" rel=\"external\">\(sourceLabel)</a>"
    }

    private static let franceTravail = "https://candidat.francetravail.fr/offres/recherche/detail/"

    /// The same job elsewhere, each with its link.
    private var otherSources: HTML? {
        guard !copies.isEmpty else { return nil }
        let links = copies.map { copy -> HTML in
            "<a href=\"\(Paths.offer.link(OfferCode(copy.id)))\">\(SourceLabel.text(copy.source))</a>"
        }
        return "<p class=\"hint\">Aussi publiée par \(links.joined(separator: ", ")).</p>\n"
    }

    private func closing(_ status: OfferStatus) -> HTML {
        let day = posted.closedAt.map { French.date(ParisTime.day(at: $0)) }
        return switch status {
        case .filled: "L’offre est pourvue\(day.map { " depuis le \($0)" } ?? "")."
        case .withdrawn: "L’offre a été retirée par sa source\(day.map { " le \($0)" } ?? "")."
        default: "La date limite pour postuler était le \(French.date(posted.offer.deadline))."
        }
    }

    private func similarOffers(title: String) -> HTML? {
        guard !similar.isEmpty else { return nil }
        return """
            <section class="no-print" aria-labelledby="proches">
            <h2 id="proches">\(title)</h2>
            <ul class="offers">
            \(each: similar, { OfferCard($0, today: today).html() })</ul>
            </section>
            """
    }
}
