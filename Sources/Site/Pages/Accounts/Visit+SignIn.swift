import HTML
import HTTP1
import HTTPTypes
import OpenID
import Recruitment
import Secrets
import Storage
import Web

extension Visit {
    private static let signInHead = Layout.Head(title: "Se connecter", isIndexed: false, section: .ownSpace)

    func signInPage() -> Response {
        if let session { return .seeOther(Self.whereTo(session, next: nil)) }
        return signInPage(SignInPage.Content(next: next(query["suite"])))
    }

    func signInPage(_ content: SignInPage.Content, status: HTTPResponse.Status = .ok) -> Response {
        page(status == .ok ? Self.signInHead : Self.problemHead("Se connecter"), status: status) { seal in
            SignInPage(content: content, openIDName: site.openID?.name, seal: seal).html
        }
    }

    /// Where to sign in so as to come back to the page asked for.
    var signInLink: String {
        if let session, session.level != .full { return Self.whereTo(session, next: nil) }
        let target = request.target.description
        return target.utf8.count <= SiteLimits.nextPath
            ? Paths.signIn.link(query: ["suite": target]) : Paths.signIn.link()
    }

    func signInByPassword() throws -> Response {
        let typed = field("courriel")
        let password = form?["mot_de_passe"] ?? ""
        var problems = FormProblems()
        let email = EmailAddress(typed)
        if email == nil { problems.add("courriel", Self.addressHint) }
        if password.isEmpty { problems.add("mot_de_passe", "Donnez votre mot de passe.") }
        if let email, problems.isEmpty {
            try site.guards.allowTry(request, account: email.key, at: now)
            if let session = try passwordSession(email, password) {
                site.guards.forgive(account: email.key)
                return try begin(session, method: .password, next: next(form?["suite"]))
            }
            problems.add("mot_de_passe", "L’adresse ou le mot de passe ne convient pas.")
        }
        return signInPage(
            SignInPage.Content(email: typed, next: next(form?["suite"]), problems: problems),
            status: .unprocessableContent)
    }

    /// The account and what it still owes, if the password is right. Takes as long whatever is wrong.
    private func passwordSession(
        _ email: EmailAddress, _ password: String
    ) throws -> (account: Account, level: Session.Level)? {
        let (account, secrets) = try read { stores throws(StorageError) in
            let account = try stores.accounts.account(email)
            return (account, try stores.accounts.secrets(of: account?.id ?? AccountID(rawValue: 0)))
        }
        let isRight = try site.guards.matches(String(password.prefix(1_000)), secrets.password)
        guard isRight, let account, account.isActive else { return nil }
        guard account.isAgent else { return (account, .full) }
        return (account, secrets.totp == nil ? .enrolment : .code)
    }

    /// Begins a session with a new token in place of the one the browser had, and leads on.
    func begin(
        _ entry: (account: Account, level: Session.Level), method: Session.Method, next: String? = nil,
        idToken: String? = nil
    ) throws -> Response {
        let token = Token.random()
        let (old, now, device) = (session, now, DeviceName.text(request.fields[.userAgent]))
        let pending = entry.level == .enrolment ? site.sealing.seal(.random(), of: entry.account.id) : nil
        // The second step of a sign-in keeps what the first brought.
        let kept =
            idToken.map { site.sealing.seal(idToken: $0, of: entry.account.id) }
            ?? (old?.account.id == entry.account.id ? old?.idToken : nil)
        try write { writing throws(StorageError) in
            try writing.beginSession(
                hash: token.hash, of: entry.account, level: entry.level, method: method, device: device, replacing: old,
                pendingTOTP: pending, idToken: kept, at: now)
            guard entry.level == .full else { return }
            try writing.log(
                LoggedEvent(
                    "connexion", on: .account(entry.account.id), by: .account(entry.account.id), after: device, at: now)
            )
        }
        var response = Response.seeOther(Self.whereTo(entry.account, entry.level, next: next))
        try setSession(token, of: entry.account, level: entry.level, in: &response)
        return response
    }

    func setSession(
        _ token: Token, of account: Account, level: Session.Level, in response: inout Response
    ) throws(PageError) {
        // An agent's cookie goes with the browser; a recruiter's may come back after days.
        let seconds = account.isAgent ? nil : SessionLifetime(account, level).absolute
        guard let cookie = SessionCookie.setting(token, request, seconds: seconds) else {
            throw .failure("a token is no cookie value")
        }
        response.set(cookie)
    }

    func signOut() throws -> Response {
        if let session {
            _ = try write { writing throws(StorageError) in
                try writing.endSession(session.id, of: session.account.id)
            }
        }
        var response = signedOutElsewhere ?? Response.seeOther(Paths.home.link())
        response.set(.removing(SessionCookie.name(request)))
        return response
    }

    /// For who came by an OpenID provider: the page that leads there to sign out too. Not a redirect, since what follows a form
    /// may not lead to another site; browsers follow the Refresh field at once.
    private var signedOutElsewhere: Response? {
        guard let signIn = site.openID, let session,
            let idToken = session.idToken.flatMap({ site.sealing.idToken($0, of: session.account.id) }),
            let url = signIn.provider.signOutURL(idToken: idToken)
        else { return nil }
        var response = Visit(
            request: request, worker: worker, site: site, now: now, today: today, generation: generation
        ).page(
            Layout.Head(title: "Vous êtes déconnecté", isIndexed: false, section: .ownSpace),
            fields: [.refresh: "0; url=\(url)", .referrerPolicy: "no-referrer"],
            """
            <div class="wrap narrow">
            <h1>Vous êtes déconnecté</h1>
            <p><a class="button" href="\(url)">Se déconnecter aussi de \(signIn.name)</a></p>
            </div>
            """)
        response.keepPrivate()
        return response
    }

    private static func whereTo(_ session: Session, next: String?) -> String {
        whereTo(session.account, session.level, next: next)
    }

    private static func whereTo(_ account: Account, _ level: Session.Level, next: String?) -> String {
        switch level {
        case .full: next ?? Paths.home(of: account)
        case .code: Paths.oneTimePassword.link()
        case .enrolment: Paths.generator.link()
        }
    }

    /// A page of this site to go on to; nil for everything else, another site's address above all.
    func next(_ text: String?) -> String? {
        guard let text, text.utf8.count <= SiteLimits.nextPath, text.hasPrefix("/"), !text.hasPrefix("//"),
            text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") })
        else { return nil }
        return text
    }

    static let addressHint = "Donnez une adresse de courriel complète, comme nom@entreprise.fr."

    /// The head of a form page that says what is wrong (the title says so first: RGAA 8.6).
    /// The head of a page with a form, which says so where the form has problems.
    static func formHead(_ title: String, _ problems: FormProblems) -> Layout.Head {
        problems.isEmpty ? Layout.Head(title: title, isIndexed: false, section: .ownSpace) : problemHead(title)
    }

    static func problemHead(_ title: String) -> Layout.Head {
        Layout.Head(title: "Erreur : \(title)", isIndexed: false, section: .ownSpace)
    }
}
