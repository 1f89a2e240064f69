import HTML
import Web

/// The ways in: an OpenID provider where there is one, a link by mail, a password.
struct SignInPage {
    /// What was typed, and what is wrong with it.
    struct Content {
        var email = ""
        var linkAddress = ""
        var next: String?
        var problems = FormProblems()
        /// Why another way in led back here.
        var notice: String?
    }

    let content: Content
    /// What the OpenID provider is called; nil without one.
    let openIDName: String?
    let seal: FormSeal

    private var problems: FormProblems { content.problems }

    var html: HTML {
        let hidden: HTML? = content.next.map { "<input type=\"hidden\" name=\"suite\" value=\"\($0)\">\n" }
        return """
            <div class="wrap narrow">
            <h1>Se connecter</h1>
            <p>Cet espace est pour les employeurs et les agents du Département. Pour chercher un emploi, il ne faut pas de \
            compte : <a href="\(Paths.offers.link())">voir les offres</a>.</p>
            \(content.notice.map { "<div class=\"notice problem\" role=\"alert\"><p>\($0)</p></div>\n" } as HTML?)\
            \(problems.summary)\
            \(openIDName.map { openID($0) } as HTML?)\
            <section aria-labelledby="par-lien">
            <h2 id="par-lien">Employeur : recevoir un lien</h2>
            <form action="\(Paths.signInLink.link())" method="post" novalidate>
            \(seal.html)\(hidden)\
            \(FormField.oneRequired)\
            \(FormField(
                name: "adresse", label: "Votre adresse de courriel", kind: .input("email"), value: content.linkAddress,
                hint: "Vous recevez un lien qui sert une seule fois. Pas de mot de passe à retenir.",
                autocomplete: "email").html(problems))\
            <button>Recevoir un lien</button>
            </form>
            </section>
            <section aria-labelledby="par-mot-de-passe">
            <h2 id="par-mot-de-passe">Avec un mot de passe</h2>
            <form action="\(Paths.signIn.link())" method="post" novalidate>
            \(seal.html)\(hidden)\
            \(FormField.allRequired)\
            \(FormField(
                name: "courriel", label: "Adresse de courriel", kind: .input("email"), value: content.email,
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

    private func openID(_ name: String) -> HTML {
        let link = content.next.map { Paths.openID.link(query: ["suite": $0]) } ?? Paths.openID.link()
        return """
            <section aria-labelledby="par-openid">
            <h2 id="par-openid">Employeur ou agent : avec \(name)</h2>
            <p><a class="button" href="\(link)">S’identifier avec \(name)</a></p>
            </section>

            """
    }
}
