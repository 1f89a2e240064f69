import HTML
import HTTP1
import HTTPTypes
import Recruitment
import Secrets
import Storage
import Web

extension Visit {
    func signUpPage() -> Response {
        if let session, session.level == .full { return .seeOther(Paths.home(of: session.account)) }
        return page(
            Layout.Head(title: "Créer un compte employeur", canonical: Paths.signUp.link(), section: .ownSpace)
        ) { seal in SignUpPage(seal: seal).html }
    }

    /// Makes an account, or sends a link to the one there is: the answer is the same, and so is what is written.
    func signUp() throws -> Response {
        let (name, email, siret) = (field("nom"), field("courriel"), field("siret"))
        var problems = FormProblems()
        let person = PersonName(name)
        let address = EmailAddress(email)
        let establishment = SIRET(siret)
        if person == nil { problems.add("nom", "Donnez votre nom, en \(PersonName.longest) caractères au plus.") }
        if address == nil { problems.add("courriel", Self.addressHint) }
        if establishment == nil { problems.add("siret", Self.siretHint) }
        guard let person, let address, let establishment else {
            return page(Self.problemHead("Créer un compte employeur"), status: .unprocessableContent) { seal in
                SignUpPage(name: name, email: email, siret: siret, problems: problems, seal: seal).html
            }
        }
        try site.guards.allowMail(request, to: address, at: now)
        let (now, token, letters, settings) = (
            now, Token.random(), AccountLetters(settings: site.settings), site.settings
        )
        try write { writing throws(StorageError) in
            var account = try writing.stores.accounts.account(address)
            let isNew = account == nil
            if isNew {
                account = try writing.addAccount(.recruiter, email: address, name: person, at: now)
            }
            guard let account, !account.isAgent, account.disabledAt == nil else {
                return try writing.addLink(nobody: token, letters.known(token), to: address, settings, at: now)
            }
            if account.confirmedAt == nil {
                try writing.rename(account.id, person)
                _ = try writing.addMembership(of: account.id, in: establishment, at: now)
            }
            if isNew {
                try writing.log(
                    LoggedEvent(
                        "inscription", on: .account(account.id), by: .visitor, after: establishment.description, at: now
                    ))
            }
            let letter = account.confirmedAt == nil ? letters.confirmation(token) : letters.known(token)
            try writing.addLink(token, letter, to: account, settings, at: now)
        }
        return .seeOther(Paths.mailSent.link())
    }

    static let siretHint = "Ce n’est pas un numéro SIRET : il a 14 chiffres, et sa clé doit être juste."

    func sendSignInLink() throws -> Response {
        let typed = field("adresse")
        guard let address = EmailAddress(typed) else {
            var problems = FormProblems()
            problems.add("adresse", Self.addressHint)
            return signInPage(
                SignInPage.Content(linkAddress: typed, next: next(form?["suite"]), problems: problems),
                status: .unprocessableContent)
        }
        try site.guards.allowMail(request, to: address, at: now)
        let (now, token, letters, settings) = (
            now, Token.random(), AccountLetters(settings: site.settings), site.settings
        )
        try write { writing throws(StorageError) in
            guard let account = try writing.stores.accounts.account(address), !account.isAgent,
                account.disabledAt == nil
            else { return try writing.addLink(nobody: token, letters.signIn(token), to: address, settings, at: now) }
            try writing.addLink(token, letters.signIn(token), to: account, settings, at: now)
        }
        return .seeOther(Paths.mailSent.link())
    }

    func mailSent() -> Response {
        page(
            Layout.Head(title: "Regardez vos courriels", isIndexed: false, section: .ownSpace),
            """
            <div class="wrap narrow">
            <h1>Regardez vos courriels</h1>
            <p>Si cette adresse peut entrer, un lien vient de lui être envoyé. Il sert une seule fois, pendant 15 minutes.</p>
            <p>Rien reçu au bout de quelques minutes ? Regardez dans les indésirables, vérifiez l’adresse, puis \
            <a href="\(Paths.signIn.link())">recommencez</a>.</p>
            </div>
            """)
    }
}

extension Writing {
    /// A link for `account` and the letter that carries it.
    fileprivate func addLink(
        _ token: Token, _ letter: Letter, to account: Account, _ settings: SiteSettings, at now: Instant
    ) throws(StorageError) {
        try addLink(hash: token.hash, to: account.id, for: .enter, at: now)
        try add(
            letter.mail(
                to: account.email, name: account.name,
                expiresAt: now.adding(seconds: SingleUseLink.Purpose.enter.lifetime), settings: settings), at: now)
    }

    /// The same for an address that may not enter: as much is written, nothing is sent.
    fileprivate func addLink(
        nobody token: Token, _ letter: Letter, to address: EmailAddress, _ settings: SiteSettings, at now: Instant
    ) throws(StorageError) {
        try addLink(hash: token.hash, to: nil, for: .enter, at: now)
        try addDiscarded(letter.mail(to: address, settings: settings), at: now)
    }
}
