import Recruitment
import Secrets
import Storage
import Web

/// The mails about accounts.
struct AccountLetters {
    let settings: SiteSettings

    /// To a new recruiter, to prove the address.
    func confirmation(_ token: Token) -> Letter {
        Letter(
            subject: "confirmez votre adresse",
            pieces: [
                .text("Vous avez demandé un compte employeur pour publier des offres d’emploi dans l’Allier."),
                .link(action: "Confirmer mon adresse et entrer", url: link(token)),
                Self.once, Self.unasked,
            ])
    }

    /// To a recruiter who asks to sign in.
    func signIn(_ token: Token) -> Letter {
        Letter(
            subject: "votre lien de connexion",
            pieces: [
                .text("Voici le lien que vous avez demandé pour entrer dans votre espace employeur."),
                .link(action: "Entrer dans mon espace", url: link(token)), Self.once, Self.unasked,
            ])
    }

    /// To a recruiter who signs up again.
    func known(_ token: Token) -> Letter {
        Letter(
            subject: "vous avez déjà un compte",
            pieces: [
                .text("Quelqu’un, sans doute vous, a demandé un compte avec cette adresse. Vous en avez déjà un."),
                .link(action: "Entrer dans mon espace", url: link(token)), Self.once, Self.unasked,
            ])
    }

    /// So that a stranger who changed it does not go unnoticed.
    var passwordChanged: Letter {
        Letter(
            subject: "votre mot de passe a changé",
            pieces: [
                .text("Le mot de passe de votre compte vient de changer. Les autres appareils ont été déconnectés."),
                .text("Si ce n’était pas vous, écrivez tout de suite à : \(settings.contact)"),
            ])
    }

    /// So that a stranger who changed it does not go unnoticed.
    var generatorChanged: Letter {
        Letter(
            subject: "votre téléphone de connexion a changé",
            pieces: [
                .text(
                    "Un autre téléphone donne désormais les codes de connexion de votre compte. Les autres appareils ont été déconnectés."
                ),
                .text("Si ce n’était pas vous, écrivez tout de suite à : \(settings.contact)"),
            ])
    }

    /// To an agent whose access an administrator renews.
    func invitation(_ token: Token) -> Letter {
        Letter(
            subject: "votre accès d’agent",
            pieces: [
                .text(
                    "Un administrateur a remis à zéro votre accès : choisissez un mot de passe, puis reliez votre téléphone."
                ),
                .link(
                    action: "Choisir un mot de passe", url: Site.invitationLink(token, baseURL: settings.baseURL)),
                .text("Ce lien sert une seule fois, pendant trois jours."),
            ])
    }

    func membership(_ siret: SIRET, _ state: Membership.State) -> Letter {
        let isVerified = state == .verified
        return Letter(
            subject: isVerified ? "établissement vérifié" : "établissement refusé",
            pieces: [
                .text(
                    isVerified
                        ? "Un agent du Département a vérifié l’établissement \(siret). Vous pouvez publier en son nom."
                        : "Un agent du Département n’a pas pu vérifier que vous recrutez pour l’établissement \(siret)."
                ),
                isVerified
                    ? .link(action: "Ouvrir mon espace", url: settings.baseURL + Paths.recruiterHome.link())
                    : .text("Pour contester ou donner une preuve, écrivez à : \(settings.contact)"),
            ])
    }

    private func link(_ token: Token) -> String {
        settings.baseURL + Paths.confirm.link(query: ["jeton": token.text])
    }

    private static let once = Letter.Piece.text("Ce lien sert une seule fois, pendant 15 minutes.")
    private static let unasked = Letter.Piece.text(
        "Si vous n’avez rien demandé, ne faites rien : personne ne peut entrer sans ce lien.")
}
