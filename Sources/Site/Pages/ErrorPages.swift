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
