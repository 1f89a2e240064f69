import HTML
import Recruitment
import Storage
import Web

/// One establishment for agents.
struct EmployerPage {
    struct Facts: Sendable {
        let establishment: Establishment
        let people: [(account: Account, state: Membership.State)]
        let isTrusted: Bool
        let offers: [PostedOffer]
        let events: [LoggedEvent]
        let names: [AccountID: String]
    }

    let facts: Facts
    let mayModerate: Bool
    let today: CalendarDay
    let seal: FormSeal

    var html: HTML {
        """
        <div class="wrap">
        <nav class="breadcrumb" aria-label="Fil d’Ariane"><a href="\(Paths.agentHome.link())">Espace des agents</a> › \
        <a href="\(Paths.employers.link())">Les employeurs</a></nav>
        <h1>\(OfferFormPage.label(facts.establishment))</h1>
        \(register)\
        <h2>Personnes</h2>
        <ul class="rows">
        \(each: facts.people, { "<li>\($0.account.name), \($0.account.email.description) \($0.state.badge)</li>\n" })</ul>
        <h2>Relecture</h2>
        <p>\(facts.isTrusted ? "Ses offres sont publiées sans attendre un agent." : "Un agent lit ses offres avant leur publication.")</p>
        \(if: mayModerate, trust)\
        <h2>Offres</h2>
        \(if: facts.offers.isEmpty, "<p>Aucune offre envoyée.</p>\n")\
        <ul class="rows">
        \(each: facts.offers, { posted in
            """
            <li><a href="\(Paths.review.link(OfferCode(posted.id)))">\(OfferWording(offer: posted.offer).title)</a> \
            \(PostingWording.badge(posted.effectiveStatus(on: today)))</li>

            """
        })</ul>
        \(HistoryView(events: facts.events, names: facts.names).html)\
        </div>
        """
    }

    private var register: HTML {
        guard let known = facts.establishment.facts else {
            return "<p>Pas encore vérifié au répertoire Sirene.</p>\n"
        }
        return """
            <p>\(known.isOpen ? "Ouvert" : "Fermé") au répertoire Sirene\
            \(known.activity.map { ", activité \($0.description)" } as HTML?)\(known.address.map { ", \($0)" } as HTML?)</p>

            """
    }

    private var trust: HTML {
        """
        <form action="\(Paths.employer.link(facts.establishment.siret))" method="post">
        \(seal.html)\
        <input type="hidden" name="confiance" value="\(facts.isTrusted ? "non" : "oui")">
        <button class="button quiet">\(facts.isTrusted ? "Relire de nouveau ses offres" : "Publier ses offres sans attendre")</button>
        </form>

        """
    }
}
