import HTML
import Recruitment
import Web

/// Where a recruiter begins.
struct RecruiterHomePage {
    let account: Account
    let memberships: [Membership]
    var siret = ""
    var problems = FormProblems()
    let seal: FormSeal

    var html: HTML {
        """
        <div class="wrap narrow">
        <h1>Espace employeur</h1>
        <p>Bonjour \(account.name).</p>
        <p><a class="button" href="\(Paths.newPosting.link())">Écrire une offre</a> <a class="button quiet" href="\(Paths.postings.link())">Mes offres</a></p>
        \(problems.summary)\
        <h2>Mes établissements</h2>
        <ul class="rows">
        \(each: memberships, { "<li>\(Self.name($0.establishment))\($0.state.badge)</li>\n" })</ul>
        <form action="\(Paths.addEstablishment.link())" method="post" novalidate>
        \(seal.html)\
        \(FormField.oneRequired)\
        \(FormField(
            name: "siret", label: "Ajouter un établissement", value: siret, hint: "Son numéro SIRET, 14 chiffres.",
            inputMode: "numeric").html(problems))\
        <button>Ajouter</button>
        </form>
        <h2>Mon compte</h2>
        <p>\(account.email.description) – <a href="\(Paths.account.link())">mot de passe, appareils connectés</a></p>
        \(SignOutForm(seal: seal).html)
        </div>
        """
    }

    static func name(_ establishment: Establishment) -> HTML {
        let number = SIRETText.grouped(establishment.siret)
        guard let facts = establishment.facts else { return "<strong>\(number)</strong> " }
        return "<strong>\(facts.name)</strong>, \(number) "
    }
}

/// A SIRET as people read it: `220 300 010 00017`.
enum SIRETText {
    static func grouped(_ siret: SIRET) -> String {
        let digits = Array(siret.description)
        return [0..<3, 3..<6, 6..<9, 9..<14].map { String(digits[$0]) }.joined(separator: French.noBreakSpace)
    }
}

extension Membership.State {
    var badge: HTML {
        switch self {
        case .pending: "<span class=\"badge\">en attente de vérification par un agent</span>"
        case .verified: "<span class=\"badge good\">vérifié par un agent</span>"
        case .refused: "<span class=\"badge problem\">refusé</span>"
        }
    }
}
