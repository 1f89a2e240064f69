import HTML
import Recruitment
import Web

/// Where to write to, and what: for people who do not write mails every day.
struct MailApplicationPage {
    let posted: PostedOffer
    let addresses: [EmailAddress]

    private var title: String { OfferWording(offer: posted.offer).title }
    private var subject: String { "Candidature : \(title), référence \(posted.id.code)" }

    private var message: String {
        """
        Bonjour,
        Votre offre « \(title) » m’intéresse (référence \(posted.id.code)).
        Je suis disponible pour en parler.
        Mon nom :
        Mon téléphone :
        """
    }

    var html: HTML {
        """
        <div class="wrap narrow">
        <nav class="breadcrumb" aria-label="Fil d’Ariane"><a href="\(Paths.offer.link(OfferCode(posted.id)))">Retour à l’offre</a></nav>
        <h1>Postuler par courriel</h1>
        <p>\(title), \(OfferWording(offer: posted.offer).employer)</p>
        <p class="notice good">Écrivez à :<br>\
        \(addresses.map { address($0) }.joined(separator: "<br>"))</p>
        <h2>Ce que vous pouvez écrire</h2>
        <p>Objet : <strong>\(subject)</strong></p>
        <blockquote>\(message.split(separator: "\n").map { HTML(text: String($0)) }.joined(separator: "<br>"))</blockquote>
        <p>Joignez votre CV si vous en avez un. Ne donnez jamais de numéro de carte bancaire ni d’argent pour un emploi.</p>
        <p class="hint">Sans messagerie ? Donnez la référence <b>\(posted.id.code)</b> à un conseiller, à France services ou à la \
        médiathèque : on vous aidera à écrire. Ce site n’envoie rien et ne garde rien de votre candidature.</p>
        </div>
        """
    }

    private func address(_ address: EmailAddress) -> HTML {
        let query = PercentEncoding.encodeSegment(subject)
        let body = PercentEncoding.encodeSegment(message.replacing("\n", with: "\r\n"))
        guard let url = SafeURL("mailto:\(address)?subject=\(query)&body=\(body)") else {
            return HTML(text: address.description)
        }
        return "<a class=\"address\" href=\"\(url)\">\(address.description)</a>"
    }
}
