import HTML
import HTTP1
import HTTPTypes
import Recruitment
import Secrets
import Storage
import Web

extension Visit {
    /// The agents' accounts, for administrators.
    func agents() throws -> Response {
        let agents = try read { stores throws(StorageError) in try stores.accounts.agents() }
        return page(
            Layout.Head(title: "Comptes des agents", isIndexed: false, section: .ownSpace),
            """
            <div class="wrap">
            <nav class="breadcrumb" aria-label="Fil d’Ariane"><a href="\(Paths.agentHome.link())">Espace des agents</a></nav>
            <h1>Comptes des agents</h1>
            <p>Un compte se crée, ou se ferme, par « emploi agent » sur le serveur.</p>
            <ul class="rows">
            \(each: agents, { agent in
                """
                <li><span><a href="\(Paths.agent.link(agent.id))">\(agent.name)</a>\(if: agent.disabledAt != nil, " <span class=\"badge problem\">fermé</span>")<br>
                <span class="hint">\(agent.email.description), \(Self.roles(agent))</span></span></li>

                """
            })</ul>
            </div>
            """)
    }

    static func roles(_ agent: Account) -> String {
        AgentRole.allCases.filter(agent.roles.contains).map(\.label).joined(separator: ", ")
    }

    func agent(_ id: AccountID) throws -> Response {
        try agent(id, problems: FormProblems(), notice: nil)
    }

    private func agent(_ id: AccountID, problems: FormProblems, notice: String?) throws -> Response {
        let (found, events, names) = try read { stores throws(StorageError) in
            let events = try stores.events.events(on: .account(id), limit: SiteLimits.events)
            return (try stores.accounts.account(id), events, try stores.names(in: events))
        }
        guard let agent = found, agent.isAgent else { throw PageError.notFound }
        let isOwn = try account().id == id
        return page(
            Self.formHead(agent.name, problems),
            status: problems.isEmpty ? .ok : .unprocessableContent
        ) { seal in
            """
            <div class="wrap narrow">
            <nav class="breadcrumb" aria-label="Fil d’Ariane"><a href="\(Paths.agentHome.link())">Espace des agents</a> › \
            <a href="\(Paths.agents.link())">Comptes des agents</a></nav>
            <h1>\(agent.name)</h1>
            <p>\(agent.email.description), \(Self.roles(agent))</p>
            \(notice.map { "<div class=\"notice good\" role=\"status\"><p>\($0)</p></div>\n" } as HTML?)\
            \(problems.summary)\
            \(if: isOwn, "<p>C’est votre compte : <a href=\"\(Paths.account.link())\">mot de passe et téléphone</a>.</p>\n")\
            \(if: !isOwn && agent.disabledAt == nil, """
                <section aria-labelledby="remise">
                <h2 id="remise">Téléphone perdu, ou mot de passe oublié</h2>
                <p>Son mot de passe, son téléphone et ses codes de secours sont oubliés, ses appareils déconnectés. Il reçoit par courriel \
                un lien pour recommencer.</p>
                <form action="\(Paths.agent.link(id))" method="post" novalidate>
                \(seal.html)\
                \(FormField.oneRequired)\
                \(FormField(
                    name: "actuel", label: "Votre mot de passe", kind: .input("password"),
                    autocomplete: "current-password"
                ).html(problems))\
                <button class="button quiet">Remettre son accès à zéro</button>
                </form>
                </section>

                """)\
            \(HistoryView(events: events, names: names).html)\
            </div>
            """
        }
    }

    /// Forgets another agent's password, telephone and recovery codes, ends his sessions and mails him a link to begin anew.
    func renewAgent(_ id: AccountID) throws -> Response {
        let administrator = try account()
        guard administrator.id != id else {
            throw PageError.conflict("Votre propre accès se change dans « Mon compte ».")
        }
        var problems = FormProblems()
        try checkPassword("actuel", of: administrator, &problems)
        guard problems.isEmpty else { return try agent(id, problems: problems, notice: nil) }
        site.guards.forgive(account: administrator.email.key)
        let (now, settings, token) = (now, site.settings, Token.random())
        let letter = AccountLetters(settings: settings).invitation(token)
        let isDone = try write { writing throws(StorageError) in
            guard let agent = try writing.stores.accounts.account(id), agent.isAgent, agent.disabledAt == nil else {
                return false
            }
            try writing.clearSecrets(of: id)
            try writing.endSessions(of: id)
            try writing.addLink(hash: token.hash, to: id, for: .invitation, at: now)
            try writing.log(
                LoggedEvent("acces-remis-a-zero", on: .account(id), by: .account(administrator.id), at: now))
            try writing.add(
                letter.mail(
                    to: agent.email, name: agent.name,
                    expiresAt: now.adding(seconds: SingleUseLink.Purpose.invitation.lifetime), settings: settings),
                at: now)
            return true
        }
        guard isDone else { throw PageError.notFound }
        return try agent(id, problems: FormProblems(), notice: "C’est fait : un courriel vient de lui être envoyé.")
    }
}
