import HTML
import HTTP1
import HTTPTypes
import QRCode
import Recruitment
import Secrets
import Storage
import Web

extension Visit {
    func oneTimePasswordPage() throws -> Response {
        guard let session, session.level == .code else { return .seeOther(Paths.generator.link()) }
        return oneTimePasswordPage(FormProblems())
    }

    private func oneTimePasswordPage(_ problems: FormProblems) -> Response {
        page(
            problems.isEmpty
                ? Layout.Head(title: "Code de connexion", isIndexed: false, section: .ownSpace)
                : Self.problemHead("Code de connexion"),
            status: problems.isEmpty ? .ok : .unprocessableContent
        ) { seal in
            """
            <div class="wrap narrow">
            <h1>Code de connexion</h1>
            \(problems.summary)\
            <form action="\(Paths.oneTimePassword.link())" method="post" novalidate>
            \(seal.html)\
            \(FormField.oneRequired)\
            \(FormField(
                name: "code", label: "Code à six chiffres",
                hint: "Il s’affiche dans l’application de votre téléphone. Téléphone perdu : tapez un de vos codes de secours.",
                autocomplete: "one-time-code").html(problems))\
            <button>Entrer</button>
            </form>
            \(SignOutForm(seal: seal, label: "Annuler").html)
            </div>
            """
        }
    }

    func signInByOneTimePassword() throws -> Response {
        guard let session, session.level == .code else { return .seeOther(Paths.generator.link()) }
        let account = session.account
        let guarded = "code:\(account.id)"
        try site.guards.allowTry(request, account: guarded, at: now)
        switch try spend(field("code"), of: account) {
        case .oneTimePassword:
            site.guards.forgive(account: guarded)
            return try begin((account, .full), method: session.method)
        case .recoveryCode:
            // The telephone is lost: another one has to be set up at once.
            return try begin((account, .enrolment), method: session.method)
        case nil: break
        }
        var problems = FormProblems()
        problems.add("code", "Ce code ne convient pas. Attendez le suivant, et vérifiez l’heure de votre téléphone.")
        return oneTimePasswordPage(problems)
    }

    enum SecondFactor {
        case oneTimePassword
        case recoveryCode
    }

    /// Uses up what was typed, if it is a one-time password or a recovery code of the account; nil for anything else.
    func spend(_ typed: String, of account: Account) throws -> SecondFactor? {
        let now = now
        let secrets = try read { stores throws(StorageError) in try stores.accounts.secrets(of: account.id) }
        if let secret = secrets.totp.flatMap({ site.sealing.secret($0, of: account.id) }),
            let step = TOTP(secret).accepts(typed, at: now.secondsSinceEpoch, lastUsed: secrets.totpStep),
            try write({ writing throws(StorageError) in try writing.spend(step: step, of: account.id) })
        {
            return .oneTimePassword
        }
        guard let hash = TOTPRecoveryCodes.hash(of: typed) else { return nil }
        let isSpent = try write { writing throws(StorageError) -> Bool in
            guard try writing.spend(recoveryCode: hash, of: account.id) else { return false }
            try writing.log(
                LoggedEvent("code-de-secours", on: .account(account.id), by: .account(account.id), at: now))
            return true
        }
        return isSpent ? .recoveryCode : nil
    }

    func generatorPage() throws -> Response {
        guard session?.level == .enrolment else { return .seeOther(Paths.oneTimePassword.link()) }
        return try generatorPage(FormProblems())
    }

    private func pendingSecret() throws(PageError) -> (session: Session, secret: TOTPSecret) {
        guard let session,
            let secret = session.pendingTOTP.flatMap({ site.sealing.secret($0, of: session.account.id) })
        else {
            throw .failure("an enrolment without a secret")
        }
        return (session, secret)
    }

    private func generatorPage(_ problems: FormProblems) throws -> Response {
        let (session, secret) = try pendingSecret()
        let uri = secret.uri(issuer: "Emploi Allier", account: session.account.email.description)
        let picture = HTML(markup: Array(try QRCode(uri).svg(label: "Code QR à lire avec l’application").utf8))
        return page(
            problems.isEmpty
                ? Layout.Head(title: "Relier un téléphone", isIndexed: false, section: .ownSpace)
                : Self.problemHead("Relier un téléphone"),
            status: problems.isEmpty ? .ok : .unprocessableContent
        ) { seal in
            """
            <div class="wrap narrow">
            <h1>Relier un téléphone</h1>
            <p>Un compte d’agent est protégé par un mot de passe et par un code qui change toutes les 30 secondes.</p>
            \(problems.summary)\
            <ol>
            <li>Installez une application de codes à usage unique (FreeOTP, Aegis, celle de votre téléphone…).</li>
            <li>Ajoutez-y un compte en lisant ce code, ou en tapant la clé <code>\(secret.text)</code></li>
            </ol>
            <div class="qr-code">\(picture)</div>
            <form action="\(Paths.generator.link())" method="post" novalidate>
            \(seal.html)\
            \(FormField.oneRequired)\
            \(FormField(
                name: "code", label: "Code à six chiffres affiché par l’application", autocomplete: "one-time-code",
                inputMode: "numeric").html(problems))\
            <button>Relier</button>
            </form>
            \(SignOutForm(seal: seal, label: "Annuler").html)
            </div>
            """
        }
    }

    /// Sets the generator up once it has given a right password, and shows the recovery codes, this once.
    func setUpGenerator() throws -> Response {
        guard session?.level == .enrolment else { return .seeOther(Paths.oneTimePassword.link()) }
        let (old, secret) = try pendingSecret()
        let account = old.account
        try site.guards.allowTry(request, account: "code:\(account.id)", at: now)
        guard let step = TOTP(secret).accepts(field("code"), at: now.secondsSinceEpoch, lastUsed: nil) else {
            var problems = FormProblems()
            problems.add(
                "code", "Ce code ne convient pas. Attendez le suivant, et vérifiez l’heure de votre téléphone.")
            return try generatorPage(problems)
        }
        let codes = TOTPRecoveryCodes.random()
        let (sealed, settings) = (site.sealing.seal(secret, of: account.id), site.settings)
        let letter = AccountLetters(settings: settings).generatorChanged
        let (token, now, device) = (Token.random(), now, DeviceName.text(request.fields[.userAgent]))
        try write { writing throws(StorageError) in
            // Another telephone than before is told, and ends what was signed in with the one before.
            if try writing.stores.accounts.secrets(of: account.id).totp != nil {
                try writing.endSessions(of: account.id, but: old)
                try writing.add(letter.mail(to: account.email, name: account.name, settings: settings), at: now)
            }
            try writing.setGenerator(
                sealed: sealed, step: step, recoveryCodes: codes.compactMap(TOTPRecoveryCodes.hash), of: account.id)
            try writing.beginSession(
                hash: token.hash, of: account, level: .full, method: .password, device: device, replacing: old, at: now)
            try writing.log(
                LoggedEvent("generateur-relie", on: .account(account.id), by: .account(account.id), at: now))
        }
        var response = page(
            Layout.Head(title: "Codes de secours", isIndexed: false, section: .ownSpace),
            """
            <div class="wrap narrow">
            <h1>Vos codes de secours</h1>
            <p class="notice">Notez-les maintenant et gardez-les en lieu sûr, hors de votre téléphone : ils ne seront plus \
            affichés. Chacun remplace une fois le code du téléphone.</p>
            <ul class="codes">
            \(each: codes, { "<li><code>\($0)</code></li>\n" })</ul>
            <p><a class="button" href="\(Paths.agentHome.link())">C’est noté, continuer</a></p>
            </div>
            """)
        try setSession(token, of: account, level: .full, in: &response)
        return response
    }
}
