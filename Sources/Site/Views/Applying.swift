import HTML
import Recruitment

/// How to apply to an open offer.
struct Applying {
    let posted: PostedOffer
    let sourceLabel: String
    /// Not for an offer that has no code yet.
    var showsReference = true

    var html: [HTML] {
        let means = posted.offer.application
        var lines: [HTML] = []
        if let url = means.url.flatMap({ SafeURL($0) }) {
            lines.append(
                """
                <span class="apply"><a class="button" href="\(url)" rel="noopener noreferrer">Postuler\
                <span class="visually-hidden"> à l’offre \(OfferWording(offer: posted.offer).title)</span></a> \
                <span class="hint">sur le site \(url.site ?? "de l’employeur")</span></span>
                """)
        }
        if let phone = means.phone {
            let digits = phone.filter { $0.isNumber || $0 == "+" }
            let link: HTML? = SafeURL("tel:\(digits)").map { "<a href=\"\($0)\">\(phone)</a>" }
            lines.append("Par téléphone : \(link ?? HTML(text: phone))")
        }
        if let email = means.email, let address = SafeURL("mailto:\(email)") {
            lines.append("Par courriel : <a href=\"\(address)\">\(email)</a>")
        }
        if let instructions = means.instructions { lines.append(HTML(text: instructions)) }
        if lines.isEmpty { lines.append("L’offre ne dit pas comment postuler : adressez-vous à \(sourceLabel).") }
        guard showsReference else { return lines }
        lines.append(
            """
            <span class="reference">Référence de l’offre : <b>\(posted.id.code)</b>, à dire au téléphone ou à un conseiller</span>
            """)
        return lines
    }
}
