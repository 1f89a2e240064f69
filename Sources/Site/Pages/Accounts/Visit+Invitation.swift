import HTML
import HTTP1
import HTTPTypes
import Recruitment
import Secrets
import Storage
import Web

extension Visit {
    func invitationPage() throws -> Response {
        let (token, link) = try link(query["jeton"], for: .invitation)
        return invitationPage(token, link.account, problems: FormProblems())
    }

    /// Takes the password that a new agent has chosen, and leads on to the second factor.
    func acceptInvitation() throws -> Response {
        try site.guards.allowTry(request, at: now)
        let (token, link) = try link(form?["jeton"], for: .invitation)
        let password = form?["nouveau"] ?? ""
        var problems = FormProblems()
        checkNewPassword(password, of: link.account, &problems)
        guard problems.isEmpty else { return invitationPage(token, link.account, problems: problems) }
        let hash = try site.guards.hash(password)
        let now = now
        let account = try write { writing throws(StorageError) -> Account? in
            guard let link = try writing.useLink(hash: token.hash, for: .invitation, at: now) else { return nil }
            let id = link.account.id
            try writing.confirm(id, at: now)
            try writing.setPassword(hash, of: id)
            try writing.log(LoggedEvent("invitation-acceptee", on: .account(id), by: .account(id), at: now))
            return try writing.stores.accounts.account(id)
        }
        guard let account else { throw PageError.linkExpired }
        return try begin((account, .enrolment), method: .password)
    }

    /// Adds to `problems` why a password may not be chosen, under the field `nouveau`.
    func checkNewPassword(_ password: String, of account: Account, _ problems: inout FormProblems) {
        do throws(PasswordPolicy.Refusal) {
            try PasswordPolicy().check(password, ownWords: [account.email.description, account.name])
        } catch { problems.add("nouveau", error.message) }
    }

    private func invitationPage(_ token: Token, _ account: Account, problems: FormProblems) -> Response {
        let title = "Choisir un mot de passe"
        return page(
            Self.formHead(title, problems),
            status: problems.isEmpty ? .ok : .unprocessableContent, fields: [.referrerPolicy: "no-referrer"]
        ) { seal in
            """
            <div class="wrap narrow">
            <h1>\(title)</h1>
            <p>Compte d’agent de \(account.name), <strong>\(account.email.description)</strong>. Ensuite, vous relierez votre \
            téléphone.</p>
            \(problems.summary)\
            <form action="\(Paths.invitation.link())" method="post" novalidate>
            \(seal.html)<input type="hidden" name="jeton" value="\(token.text)">
            <input type="hidden" name="courriel" value="\(account.email.description)" autocomplete="username">
            \(FormField.oneRequired)\
            \(NewPasswordField.html(problems))\
            <button>Continuer</button>
            </form>
            </div>
            """
        }
    }
}

/// Where a password is chosen.
enum NewPasswordField {
    static func html(_ problems: FormProblems) -> HTML {
        FormField(
            name: "nouveau", label: "Nouveau mot de passe", kind: .input("password"),
            hint: "Au moins \(PasswordPolicy().least) caractères, par exemple quatre mots sans lien entre eux.",
            autocomplete: "new-password"
        ).html(problems)
    }
}
