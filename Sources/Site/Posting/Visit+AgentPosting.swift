import HTML
import HTTP1
import HTTPTypes
import Recruitment
import Storage
import Web

/// An agent writes an offer for an employer who asked for it, by telephone or on a visit.
extension Visit {
    private struct Fields {
        var siret = ""
        var employer = ""
        var caller = ""
    }

    func agentPostingPage() -> Response {
        agentPostingPage(Fields(), problems: FormProblems())
    }

    private func agentPostingPage(
        _ fields: Fields, problems: FormProblems, status: HTTPResponse.Status = .ok
    ) -> Response {
        let title = "Écrire une offre pour un employeur"
        return page(
            Self.formHead(title, problems),
            status: status
        ) { seal in
            """
            <div class="wrap narrow">
            <nav class="breadcrumb" aria-label="Fil d’Ariane"><a href="\(Paths.agentHome.link())">Espace des agents</a></nav>
            <h1>\(title)</h1>
            <p>Pour un employeur qui téléphone ou que vous visitez, et qui n’a pas de compte. L’historique dira que le Département \
            a saisi l’offre, et pour qui.</p>
            \(problems.summary)\
            <form action="\(Paths.agentPosting.link())" method="post" novalidate>
            \(seal.html)\
            \(FormField(
                name: "siret", label: "SIRET de l’établissement", value: fields.siret, hint: "14 chiffres.",
                inputMode: "numeric"
            ).html(problems))\
            \(FormField(
                name: "employeur", label: "Nom de l’employeur, tel que les candidats le verront", value: fields.employer
            ).html(problems))\
            \(FormField(
                name: "demandeur", label: "Qui a demandé l’offre", value: fields.caller,
                hint: "Nom et fonction, pour l’historique seulement.", isOptional: true
            ).html(problems))\
            <button>Commencer l’offre</button>
            </form>
            <p><a href="\(Paths.postings.link())">Les offres que j’ai saisies</a></p>
            </div>
            """
        }
    }

    func beginAgentPosting() throws -> Response {
        let agent = try account()
        let fields = Fields(siret: field("siret"), employer: field("employeur"), caller: field("demandeur"))
        var problems = FormProblems()
        let siret = SIRET(fields.siret)
        if siret == nil {
            problems.add("siret", "Ce numéro SIRET n’est pas juste : 14 chiffres, sans faute de frappe.")
        }
        if fields.employer.isEmpty || fields.employer.unicodeScalars.count > OfferText.longestName {
            problems.add("employeur", "Donnez le nom de l’employeur, en \(OfferText.longestName) caractères au plus.")
        }
        if fields.caller.unicodeScalars.count > OfferText.longestName {
            problems.add("demandeur", "Ce texte est trop long : \(OfferText.longestName) caractères au plus.")
        }
        guard let siret, problems.isEmpty else {
            return agentPostingPage(fields, problems: problems, status: .unprocessableContent)
        }
        var form = OfferForm()
        let deadline = today.adding(days: SiteLimits.usualDaysOpen)
        form.set(.siret, siret.description)
        form.set(.employeur, fields.employer)
        form.set(.postes, "1")
        form.set(.dateLimite, deadline.description)
        let (encoded, now) = (form.items.encoded, now)
        let whom =
            "\(fields.employer) (\(siret))" + (fields.caller.isEmpty ? "" : ", demandée par \(fields.caller)")
        let id = try write { writing throws(StorageError) -> PostingID? in
            let count = try writing.stores.postings.postings(for: agent.id, limit: SiteLimits.postings).count
            guard count < SiteLimits.postings else { return nil }
            try writing.addEstablishment(siret, name: fields.employer, at: now)
            let id = try writing.addPosting(
                for: siret, by: agent.id, title: "", fields: encoded, deadline: deadline, at: now)
            try writing.log(
                LoggedEvent("saisie-departement", on: .posting(id), by: .account(agent.id), after: whom, at: now))
            return id
        }
        guard let id else { throw PageError.conflict("Vous avez trop d’offres : supprimez d’abord des brouillons.") }
        return .seeOther(Paths.postingStep.link(id, .job))
    }
}
