import HTML
import Recruitment
import Web

/// How to apply to an open offer.
struct Applying {
    let posted: PostedOffer
    let sourceLabel: String
    /// Not for an offer that has no code yet.
    var showsReference = true
    var reader = Reader.everyone

    enum Reader {
        /// E-mail addresses are shown by a button, which programs that collect them do not press.
        case everyone
        /// A moderator, who has to see them.
        case agent
        /// The employer, who looks at a preview in which nothing leads anywhere.
        case employer
    }

    /// Whether the offer's employer is told how many went to apply.
    private var isCounted: Bool { posted.offer.isCounted && reader == .everyone }

    var html: [HTML] {
        let means = posted.offer.application
        var lines: [HTML] = []
        if let url = means.url.flatMap({ SafeURL($0) }) { lines.append(link(url)) }
        if let phone = means.phone { lines.append("Par téléphone : \(call(phone))") }
        lines += mail
        if let instructions = means.instructions { lines.append(HTML(text: EmailMask.masked(instructions))) }
        if lines.isEmpty { lines.append("L’offre ne dit pas comment postuler : adressez-vous à \(sourceLabel).") }
        guard showsReference else { return lines }
        lines.append(
            """
            <span class="reference">Référence de l’offre : <b>\(posted.id.code)</b>, à dire au téléphone ou à un conseiller</span>
            """)
        return lines
    }

    private func link(_ url: SafeURL) -> HTML {
        let address: HTML = isCounted ? "\(Paths.apply.link(OfferCode(posted.id)))" : "\(url)"
        return """
            <span class="apply"><a class="button" href="\(address)" rel="nofollow noopener noreferrer">Postuler\
            <span class="visually-hidden"> à l’offre \(OfferWording(offer: posted.offer).title)</span></a> \
            <span class="hint">sur le site \(url.site ?? "de l’employeur")</span></span>
            """
    }

    private func call(_ phone: String) -> HTML {
        guard let url = SafeURL("tel:\(phone.filter { $0.isNumber || $0 == "+" })") else { return HTML(text: phone) }
        let note: HTML? = isCounted ? " data-note=\"\(Paths.call.link(OfferCode(posted.id)))\"" : nil
        return "<a href=\"\(url)\"\(note)>\(phone)</a>"
    }

    private var mail: [HTML] {
        let addresses = posted.offer.applicationAddresses
        guard !addresses.isEmpty else { return [] }
        switch reader {
        case .everyone:
            return [
                """
                Par courriel : <form class="inline" action="\(Paths.applyByMail.link(OfferCode(posted.id)))" method="post">\
                <button class="button quiet">Afficher l’adresse</button></form>
                """
            ]
        case .agent: return ["Par courriel : \(addresses.map(\.description).joined(separator: ", "))"]
        case .employer:
            return [
                """
                Par courriel : les candidats voient \(addresses.map(\.description).joined(separator: ", ")) après avoir pressé \
                « Afficher l’adresse », pour que les robots ne la prennent pas.
                """
            ]
        }
    }
}

extension Offer {
    /// Whether somebody here is told how the offer is used: its employer, who wrote it on this site.
    var isCounted: Bool { identity.source == .ownSite }
}
