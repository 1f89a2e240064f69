import HTML
import Web

/// Both ways in: a link by mail, or a password.
struct SignInPage {
    var email = ""
    var linkAddress = ""
    var next: String?
    var problems = FormProblems()
    let seal: FormSeal

    var html: HTML {
        let hidden: HTML? = next.map { "<input type=\"hidden\" name=\"suite\" value=\"\($0)\">\n" }
        return """
            <div class="wrap narrow">
            <h1>Se connecter</h1>
            <p>Cet espace est pour les employeurs et les agents du Département. Pour chercher un emploi, il ne faut pas de \
            compte : <a href="\(Paths.offers.link())">voir les offres</a>.</p>
            \(problems.summary)\
            <section aria-labelledby="par-lien">
            <h2 id="par-lien">Employeur : recevoir un lien</h2>
            <form action="\(Paths.signInLink.link())" method="post" novalidate>
            \(seal.html)\(hidden)\
            \(FormField(
                name: "adresse", label: "Votre adresse de courriel", kind: .input("email"), value: linkAddress,
                hint: "Vous recevez un lien qui sert une seule fois. Pas de mot de passe à retenir.",
                autocomplete: "email").html(problems))\
            <button>Recevoir un lien</button>
            </form>
            </section>
            <section aria-labelledby="par-mot-de-passe">
            <h2 id="par-mot-de-passe">Avec un mot de passe</h2>
            <form action="\(Paths.signIn.link())" method="post" novalidate>
            \(seal.html)\(hidden)\
            \(FormField(
                name: "courriel", label: "Adresse de courriel", kind: .input("email"), value: email,
                autocomplete: "username").html(problems))\
            \(FormField(
                name: "mot_de_passe", label: "Mot de passe", kind: .input("password"), autocomplete: "current-password"
            ).html(problems))\
            <button>Se connecter</button>
            </form>
            </section>
            <h2>Pas encore de compte ?</h2>
            <p>Vous recrutez dans l’Allier : <a href="\(Paths.signUp.link())">créer un compte employeur</a>, gratuit.</p>
            </div>
            """
    }
}
