import HTML
import Web

/// Asks for the little that a recruiter's account needs.
struct SignUpPage {
    var name = ""
    var email = ""
    var siret = ""
    var problems = FormProblems()
    let seal: FormSeal

    var html: HTML {
        """
        <div class="wrap narrow">
        <h1>Créer un compte employeur</h1>
        <p>Publier une offre est gratuit. Il faut confirmer votre adresse, puis un agent du Département vérifie que vous \
        recrutez bien pour cet établissement.</p>
        \(problems.summary)\
        <form action="\(Paths.signUp.link())" method="post" novalidate>
        \(seal.html)\
        \(FormField.allRequired)\
        \(FormField(name: "nom", label: "Votre nom et prénom", value: name, autocomplete: "name").html(problems))\
        \(FormField(
            name: "courriel", label: "Votre adresse de courriel", kind: .input("email"), value: email,
            hint: "De préférence celle de l’entreprise. Elle n’est pas publiée.", autocomplete: "email").html(problems))\
        \(FormField(
            name: "siret", label: "Numéro SIRET de l’établissement", value: siret,
            hint: "14 chiffres, sur vos factures ou sur annuaire-entreprises.data.gouv.fr. D’autres pourront être ajoutés.",
            inputMode: "numeric").html(problems))\
        <button>Créer mon compte</button>
        </form>
        <p>Vous avez déjà un compte ? <a href="\(Paths.signIn.link())">Se connecter</a>. \
        Vos données : <a href="\(Paths.personalData.link())">ce que nous en faisons</a>.</p>
        </div>
        """
    }
}
