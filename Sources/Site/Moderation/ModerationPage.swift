import HTML
import Recruitment
import Storage
import Web

/// What waits for a moderator: reported offers first, then those handed in, the longest waiting first.
struct ModerationPage {
    struct Waiting: Sendable {
        let posting: Posting
        let code: OfferID
        /// With its change, where one waits.
        var posted: PostedOffer
        let isNewEmployer: Bool
        let isClosed: Bool
        let membership: Membership.State?
        let alike: [OfferID]

        var offer: Offer { posted.offer }
    }

    struct Reported: Sendable {
        let posted: PostedOffer
        let count: Int
        let since: Instant
    }

    let waiting: [(offer: Waiting, findings: [LegalFinding], near: [NearDuplicates.Near])]
    let reported: [Reported]
    let now: Instant

    var html: HTML {
        """
        <div class="wrap">
        <nav class="breadcrumb" aria-label="Fil d’Ariane"><a href="\(Paths.agentHome.link())">Espace des agents</a></nav>
        <h1>Modération</h1>
        \(waiting.first.map { first in
            "<p><a class=\"button\" href=\"\(Paths.review.link(OfferCode(first.offer.code)))\">Relire la première</a> Au clavier : chaque offre relue mène à la suivante.</p>\n"
        } as HTML?)\
        <section aria-labelledby="signalees">
        <h2 id="signalees">Offres signalées (\(reported.count))</h2>
        \(if: reported.isEmpty, "<p>Aucun signalement.</p>\n")\
        <ol class="rows">
        \(each: reported, { item in
            """
            <li><span><a href="\(Paths.review.link(OfferCode(item.posted.id)))">\(OfferWording(offer: item.posted.offer).title)</a> \
            <span class="badge problem">\(French.count(item.count, "signalement", "signalements"))</span><br>\
            <span class="hint">\(OfferWording(offer: item.posted.offer).employer), \(item.posted.offer.workplace.label), depuis \(age(item.since))</span></span></li>

            """
        })</ol>
        </section>
        <section aria-labelledby="attente">
        <h2 id="attente">Offres à relire (\(waiting.count))</h2>
        \(if: waiting.isEmpty, "<p>Rien n’attend.</p>\n")\
        <ol class="rows">
        \(each: waiting, { row($0.offer, $0.findings, $0.near) })</ol>
        </section>
        </div>
        """
    }

    private func row(_ item: Waiting, _ findings: [LegalFinding], _ near: [NearDuplicates.Near]) -> HTML {
        """
        <li><span><a href="\(Paths.review.link(OfferCode(item.code)))">\(OfferWording(offer: item.offer).title)</a> \
        \(each: risks(item, findings, near), { "<span class=\"badge problem\">\($0)</span> " })<br>\
        <span class="hint">\(OfferWording(offer: item.offer).employer), \(item.offer.workplace.label), attend depuis \
        \(age(item.posting.waitsSince ?? item.posting.changedAt))</span></li>

        """
    }

    private func risks(_ item: Waiting, _ findings: [LegalFinding], _ near: [NearDuplicates.Near]) -> [String] {
        var risks: [String] = []
        if item.isNewEmployer { risks.append("nouvel employeur") }
        if item.membership != .verified { risks.append("établissement à vérifier") }
        let blocking = findings.filter(\.isBlocking).count
        if blocking > 0 { risks.append(French.count(blocking, "point de droit", "points de droit")) }
        if findings.count > blocking { risks.append(French.count(findings.count - blocking, "conseil", "conseils")) }
        if item.isClosed { risks.append("établissement fermé") }
        if !item.alike.isEmpty || !near.isEmpty { risks.append("double possible") }
        if item.posting.revision != nil {
            risks.append("en ligne, modification à relire")
        } else if item.posting.lifecycle.publishedAt != nil {
            risks.append("déjà publiée, modifiée")
        }
        return risks
    }

    private func age(_ since: Instant) -> String {
        let minutes = max(0, Int(now.secondsSinceEpoch - since.secondsSinceEpoch) / 60)
        switch minutes {
        case ..<60: return French.count(minutes, "minute", "minutes")
        case ..<2_880: return French.count(minutes / 60, "heure", "heures")
        default: return French.count(minutes / 1_440, "jour", "jours")
        }
    }
}
