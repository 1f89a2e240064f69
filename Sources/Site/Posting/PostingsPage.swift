import HTML
import Recruitment
import Storage
import Web

/// A recruiter's offers.
struct PostingsPage {
    let postings: [Posting]
    let names: [SIRET: String]
    let uses: [OfferID: OfferUseCounts]
    let home: String
    /// Where a new offer begins.
    let new: String

    var html: HTML {
        """
        <div class="wrap">
        <nav class="breadcrumb" aria-label="Fil d’Ariane"><a href="\(home)">Mon espace</a></nav>
        <h1>Mes offres</h1>
        <p><a class="button" href="\(new)">Écrire une offre</a></p>
        \(if: postings.isEmpty, "<p>Vous n’avez pas encore d’offre.</p>\n")\
        <ul class="rows">
        \(each: postings, { posting in
            """
            <li><a href="\(Paths.posting.link(posting.id))">\(PostingWording.title(posting))</a> \
            \(PostingWording.badge(posting))<br><span class="hint">\(details(posting))</span></li>

            """
        })</ul>
        </div>
        """
    }

    private func details(_ posting: Posting) -> String {
        var parts = [names[posting.siret] ?? SIRETText.grouped(posting.siret)]
        if let offer = posting.offer { parts.append("code \(offer.code)") }
        if posting.status == .published { parts.append("jusqu’au \(French.date(posting.lifecycle.deadline))") }
        if let use = posting.offer.flatMap({ uses[$0] }), !use.isEmpty { parts.append(OfferFigures.line(use)) }
        parts.append("modifiée le \(French.moment(posting.changedAt))")
        return parts.joined(separator: ", ")
    }
}
