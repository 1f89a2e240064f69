import HTML
import Recruitment
import Web

/// What recruiters say they act for, for an agent to verify.
struct PendingEstablishmentsPage {
    struct Item: Sendable {
        let membership: Membership
        let account: Account
    }

    let items: [Item]
    let seal: FormSeal
    let today: CalendarDay

    var html: HTML {
        """
        <div class="wrap narrow">
        <h1>Établissements à vérifier</h1>
        <p>Vérifiez que l’établissement existe et que la personne y travaille : domaine du courriel, appel au standard.</p>
        \(if: items.isEmpty, "<p class=\"notice good\">Rien à vérifier.</p>\n")\
        <ol class="offers">
        \(each: items, card)</ol>
        </div>
        """
    }

    private func card(_ item: Item) -> HTML {
        let siret = item.membership.establishment.siret
        let id = "\(siret)-\(item.account.id)"
        let facts = item.membership.establishment.facts
        return """
            <li class="notice" aria-labelledby="e-\(id)">
            <h2 id="e-\(id)">\(RecruiterHomePage.name(item.membership.establishment))</h2>
            \(facts.map { "<p>\($0.address ?? "")\(if: !$0.isOpen, " – <strong>fermé selon le registre</strong>")</p>\n" } as HTML?)\
            <p>Demandé par \(item.account.name), \(item.account.email.description), \
            \(French.ago(ParisTime.day(at: item.membership.createdAt), today: today)).
            <a href="https://annuaire-entreprises.data.gouv.fr/etablissement/\(siret.description)" \
            rel="noopener noreferrer">Voir dans l’annuaire des entreprises</a></p>
            <form action="\(Paths.pendingEstablishments.link())" method="post">
            \(seal.html)<input type="hidden" name="siret" value="\(siret.description)">
            <input type="hidden" name="compte" value="\(item.account.id.description)">
            \(if: facts == nil, """
                <div class="field"><label for="nom-\(id)">Nom de l’établissement, lu dans l’annuaire <span class=\"hint\">(facultatif)</span></label>
                <input type="text" id="nom-\(id)" name="nom"></div>

                """)\
            <p class="actions"><button name="decision" value="verifier">Vérifié</button>
            <button class="quiet" name="decision" value="refuser">Refuser</button></p>
            </form>
            </li>

            """
    }
}
