import HTML
import Web

/// What a person reads when a page cannot be shown: what happened, and what to do now.
enum ErrorPages {
    static let notFound: HTML = """
        <div class="wrap narrow">
        <h1>Cette page n’existe pas</h1>
        <p>L’adresse est peut-être mal recopiée, ou la page a été déplacée.</p>
        <p>Si vous avez une référence d’offre de six caractères, vérifiez-la : il n’y a ni O ni I, ce sont des zéros et des uns.</p>
        <p><a class="button" href="/offres">Chercher une offre</a></p>
        </div>
        """

    static let removed: HTML = """
        <div class="wrap narrow">
        <h1>Cette offre a été retirée</h1>
        <p>Elle ne respectait pas les règles du site. Elle n’est plus disponible.</p>
        <p><a class="button" href="/offres">Chercher une offre</a></p>
        </div>
        """

    static func badRequest(reason: String) -> HTML {
        """
        <div class="wrap narrow">
        <h1>La demande n’a pas été comprise</h1>
        <p>\(reason)</p>
        <p><a class="button" href="\(Paths.home.link())">Retour à l’accueil</a></p>
        </div>
        """
    }

    static func methodNotAllowed(method: String) -> HTML {
        """
        <div class="wrap narrow">
        <h1>Cette action n’est pas possible ici</h1>
        <p>Cette page ne répond pas à la méthode \(method).</p>
        <p><a class="button" href="\(Paths.home.link())">Retour à l’accueil</a></p>
        </div>
        """
    }

    static let signedOut: HTML = """
        <div class="wrap narrow">
        <h1>Vous n’êtes plus connecté</h1>
        <p>Par sécurité, la connexion prend fin après un temps sans activité. Rien n’a été enregistré.</p>
        <p>Pour ne pas perdre ce que vous avez écrit, ouvrez la connexion dans un autre onglet, puis revenez à cette page et \
        envoyez-la de nouveau.</p>
        <p><a class="button" href="\(Paths.signIn.link())">Se connecter</a></p>
        </div>
        """

    static let forbidden: HTML = """
        <div class="wrap narrow">
        <h1>Cette page est réservée</h1>
        <p>Votre compte ne permet pas d’y accéder.</p>
        <p><a class="button" href="\(Paths.signIn.link())">Aller à mon espace</a></p>
        </div>
        """

    static let formExpired: HTML = """
        <div class="wrap narrow">
        <h1>Ce formulaire n’est plus valable</h1>
        <p>Il est resté ouvert trop longtemps, vous avez changé de compte, ou votre navigateur refuse les cookies. Rien n’a \
        été enregistré.</p>
        <p>Revenez à la page précédente, rechargez-la, puis recommencez.</p>
        <p><a class="button" href="\(Paths.home.link())">Retour à l’accueil</a></p>
        </div>
        """

    static let linkExpired: HTML = """
        <div class="wrap narrow">
        <h1>Ce lien n’est plus valable</h1>
        <p>Un lien de connexion sert une seule fois et pendant peu de temps. Demandez-en un autre : il arrive en une minute.</p>
        <p><a class="button" href="\(Paths.signIn.link())">Demander un lien</a></p>
        </div>
        """

    static func conflict(reason: String) -> HTML {
        """
        <div class="wrap narrow">
        <h1>Quelqu’un l’a déjà fait</h1>
        <p>\(reason)</p>
        <p>Rien n’a été changé.</p>
        <p><a class="button" href="\(Paths.signIn.link())">Aller à mon espace</a></p>
        </div>
        """
    }

    static func tooManyRequests(seconds: Int) -> HTML {
        let minutes = (seconds + 59) / 60
        return """
            <div class="wrap narrow">
            <h1>Trop d’essais</h1>
            <p>Pour protéger les comptes, il faut attendre \(French.count(minutes, "minute", "minutes")) avant de recommencer.</p>
            <p><a class="button" href="\(Paths.signIn.link())">Retour à la connexion</a></p>
            </div>
            """
    }

    /// `incident` is the number that stands beside the cause in the log.
    static func failure(incident: String) -> HTML {
        """
        <div class="wrap narrow">
        <h1>Le site a rencontré un problème</h1>
        <p>Ce n’est pas votre faute. Réessayez dans quelques minutes.</p>
        <p>Si cela continue, donnez ce numéro à la personne qui s’occupe du site : <strong>\(incident)</strong></p>
        <p><a class="button" href="\(Paths.home.link())">Retour à l’accueil</a></p>
        </div>
        """
    }
}
