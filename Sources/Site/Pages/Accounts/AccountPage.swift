import HTML
import Recruitment
import Storage
import Web

/// Everything about one's own account: the password, and where one is signed in.
struct AccountPage {
    let account: Account
    let sessions: [Session]
    let current: Session
    /// Whether a new password takes the one in use.
    let asksCurrentPassword: Bool
    let hasPassword: Bool
    let recoveryCodes: Int
    var problems = FormProblems()
    let seal: FormSeal
    let today: CalendarDay

    var html: HTML {
        """
        <div class="wrap narrow">
        <h1>Mon compte</h1>
        \(problems.summary)\
        <p>\(account.name), <strong>\(account.email.description)</strong></p>
        \(if: account.isAgent, "<p>Codes de secours qui restent : \(recoveryCodes). <a href=\"\(Paths.changeGenerator.link())\">Changer de téléphone, ou de codes de secours</a></p>\n")\
        <h2>Où je suis connecté</h2>
        <ul class="rows">
        \(each: sessions, row)</ul>
        \(if: sessions.count > 1, """
            <form action="\(Paths.endSession.link())" method="post">
            \(seal.html)<input type="hidden" name="session" value="autres">
            <button class="quiet">Déconnecter tous les autres appareils</button>
            </form>

            """)\
        <h2>\(hasPassword ? "Changer de mot de passe" : "Choisir un mot de passe")</h2>
        \(if: !account.isAgent, "<p>Un mot de passe n’est pas nécessaire : un lien par courriel suffit toujours.</p>\n")\
        <form action="\(Paths.password.link())" method="post" novalidate>
        \(seal.html)<input type="hidden" name="courriel" value="\(account.email.description)" autocomplete="username">
        \(asksCurrentPassword ? FormField.allRequired : FormField.oneRequired)\
        \(if: asksCurrentPassword, FormField(
            name: "actuel", label: "Mot de passe actuel", kind: .input("password"), autocomplete: "current-password"
        ).html(problems))\
        \(NewPasswordField.html(problems))\
        <button>Enregistrer</button>
        </form>
        <h2>Partir</h2>
        \(SignOutForm(seal: seal).html)
        </div>
        """
    }

    private func row(_ session: Session) -> HTML {
        let isCurrent = session.id == current.id
        let day = French.ago(ParisTime.day(at: session.seenAt), today: today)
        return """
            <li><span><strong>\(session.device)</strong>\(if: isCurrent, " (cet appareil)"), vu \(day)</span>
            \(if: !isCurrent, """
                <form action="\(Paths.endSession.link())" method="post">
                \(seal.html)<input type="hidden" name="session" value="\(String(session.id))">
                <button class="quiet">Déconnecter<span class="visually-hidden"> \(session.device)</span></button>
                </form>
                """)</li>

            """
    }
}
