import HTML
import HTTP1
import HTTPTypes
import Recruitment
import Secrets
import Storage
import Web

extension Visit {
    /// Who came by a link so lately may choose a password without the one he forgot, in seconds.
    private static let freshLink: Int64 = 1_800

    func accountPage() throws -> Response {
        try accountPage(FormProblems())
    }

    private func accountPage(_ problems: FormProblems) throws -> Response {
        let account = try account()
        guard let session else { throw PageError.signedOut }
        let now = now
        let (sessions, secrets) = try read { stores throws(StorageError) in
            (
                try stores.sessions.sessions(of: account.id, at: now).filter { $0.level == .full },
                try stores.accounts.secrets(of: account.id)
            )
        }
        return page(
            problems.isEmpty
                ? Layout.Head(title: "Mon compte", isIndexed: false, section: .ownSpace)
                : Self.problemHead("Mon compte"),
            status: problems.isEmpty ? .ok : .unprocessableContent
        ) { seal in
            AccountPage(
                account: account, sessions: sessions, current: session,
                asksCurrentPassword: asksCurrentPassword(session, secrets), hasPassword: secrets.password != nil,
                recoveryCodes: secrets.recoveryCodes, problems: problems, seal: seal, today: today
            ).html
        }
    }

    private func asksCurrentPassword(_ session: Session, _ secrets: AccountSecrets) -> Bool {
        let isFreshLink = session.method == .link && session.createdAt.adding(seconds: Self.freshLink) > now
        return secrets.password != nil && !isFreshLink
    }

    /// Sets a new password, ends every other session and tells the account's address.
    func changePassword() throws -> Response {
        let account = try account()
        guard let session else { throw PageError.signedOut }
        let secrets = try read { stores throws(StorageError) in try stores.accounts.secrets(of: account.id) }
        let password = form?["nouveau"] ?? ""
        var problems = FormProblems()
        if asksCurrentPassword(session, secrets) {
            try checkPassword("actuel", of: account, &problems)
        }
        checkNewPassword(password, of: account, &problems)
        guard problems.isEmpty else { return try accountPage(problems) }
        let (hash, now, settings) = (try site.guards.hash(password), now, site.settings)
        let letter = AccountLetters(settings: settings).passwordChanged
        try write { writing throws(StorageError) in
            try writing.setPassword(hash, of: account.id)
            try writing.endSessions(of: account.id, but: session)
            try writing.log(LoggedEvent("mot-de-passe", on: .account(account.id), by: .account(account.id), at: now))
            try writing.add(letter.mail(to: account.email, name: account.name, settings: settings), at: now)
        }
        return .seeOther(Paths.account.link())
    }

    /// Ends one other session of the account, or all of them.
    func endSession() throws -> Response {
        let account = try account()
        guard let session else { throw PageError.signedOut }
        let chosen = field("session")
        try write { writing throws(StorageError) in
            if chosen == "autres" {
                try writing.endSessions(of: account.id, but: session)
            } else if let id = Int64(chosen), id != session.id {
                try writing.endSession(id, of: account.id)
            }
        }
        return .seeOther(Paths.account.link())
    }
}
