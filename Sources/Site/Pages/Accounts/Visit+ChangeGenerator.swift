import HTML
import HTTP1
import HTTPTypes
import Recruitment
import Secrets
import Storage
import Web

extension Visit {
    func changeGeneratorPage() throws -> Response {
        changeGeneratorPage(FormProblems())
    }

    private func changeGeneratorPage(_ problems: FormProblems) -> Response {
        let title = "Changer de téléphone"
        return page(
            Self.formHead(title, problems),
            status: problems.isEmpty ? .ok : .unprocessableContent
        ) { seal in
            """
            <div class="wrap narrow">
            <nav class="breadcrumb" aria-label="Fil d’Ariane"><a href="\(Paths.account.link())">Mon compte</a></nav>
            <h1>\(title)</h1>
            <p>Vous relierez ensuite le nouveau téléphone et recevrez de nouveaux codes de secours. L’ancien téléphone sert jusque-là ; \
            vos autres appareils seront déconnectés.</p>
            \(problems.summary)\
            <form action="\(Paths.changeGenerator.link())" method="post" novalidate>
            \(seal.html)\
            \(FormField.allRequired)\
            \(FormField(
                name: "actuel", label: "Mot de passe actuel", kind: .input("password"), autocomplete: "current-password"
            ).html(problems))\
            \(FormField(
                name: "code", label: "Code à six chiffres, ou un code de secours", autocomplete: "one-time-code"
            ).html(problems))\
            <button>Continuer</button>
            </form>
            </div>
            """
        }
    }

    /// Leads an agent who gives the password and a code to setting up another telephone; the old one works until that is done.
    func changeGenerator() throws -> Response {
        let account = try account()
        var problems = FormProblems()
        try checkPassword("actuel", of: account, &problems)
        if problems.isEmpty, try spend(field("code"), of: account) == nil {
            problems.add(
                "code", "Ce code ne convient pas. Attendez le suivant, et vérifiez l’heure de votre téléphone.")
        }
        guard problems.isEmpty else { return changeGeneratorPage(problems) }
        site.guards.forgive(account: account.email.key)
        return try begin((account, .enrolment), method: .password)
    }

    /// Adds a problem unless the field has the account's password. Counts as a try to sign in.
    func checkPassword(_ name: String, of account: Account, _ problems: inout FormProblems) throws {
        try site.guards.allowTry(request, account: account.email.key, at: now)
        let secrets = try read { stores throws(StorageError) in try stores.accounts.secrets(of: account.id) }
        let given = String((form?[name] ?? "").prefix(1_000))
        if try !site.guards.matches(given, secrets.password) {
            problems.add(name, "Ce n’est pas votre mot de passe actuel.")
        }
    }
}
