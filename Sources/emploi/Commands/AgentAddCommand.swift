import ArgumentParser
import Recruitment
import Secrets
import Site
import Storage

struct AgentAddCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Crée le compte d’un agent et affiche un lien à lui remettre.",
        discussion: """
            Le lien sert une seule fois, pendant trois jours : l’agent y choisit son mot de passe et relie son téléphone. Pour une \
            adresse qui a déjà un compte d’agent, les rôles sont remplacés, le mot de passe et le téléphone oubliés, les sessions \
            fermées.
            """)

    @OptionGroup var databaseOptions: DatabaseOptions

    @Option(help: ArgumentHelp("Adresse de courriel.", valueName: "adresse"))
    var email: String

    @Option(help: ArgumentHelp("Nom affiché (par défaut : l’adresse).", valueName: "nom"))
    var name: String?

    @Option(
        help: ArgumentHelp(
            "Rôle, à répéter : \(AgentRole.allCases.map(\.rawValue).joined(separator: ", ")).", valueName: "rôle"))
    var role: [String] = []

    @Option(
        help: ArgumentHelp(
            "Adresse publique du site, pour le lien (par défaut : http://127.0.0.1:8080).", valueName: "url"))
    var baseURL: String?

    func run() throws {
        var reader = SettingReader()
        let values = databaseOptions.read(&reader)
        let base = reader.baseURL("base-url", baseURL, default: BaseURL("http://127.0.0.1:8080"))
        let address = EmailAddress(email)
        if address == nil { reader.report("--email \(email) : il faut une adresse de courriel.") }
        let person = PersonName(name ?? email)
        if person == nil { reader.report("--name : il faut un nom de \(PersonName.longest) caractères au plus.") }
        let roles = Set(role.compactMap(AgentRole.init(rawValue:)))
        if roles.isEmpty || roles.count != Set(role).count {
            let known = AgentRole.allCases.map(\.rawValue).joined(separator: ", ")
            reader.report("--role : il faut au moins un rôle parmi \(known).")
        }
        try reader.finish()
        guard let address, let person, let base else { return }
        let store = try BoardOpening(values).prepare().store
        let (token, now) = (Token.random(), SystemClock.now())
        let isInvited = try store.writing { writing throws(StorageError) in
            try writing.invite(address, person, roles, hash: token.hash, at: now)
        }
        guard isInvited else { throw CommandFailure("Cette adresse est celle d’un compte d’employeur.") }
        Console.out("Lien pour \(address), valable trois jours, une seule fois :")
        Console.out(Site.invitationLink(token, baseURL: base.description))
    }
}

extension Writing {
    /// Makes or renews an agent's account, with a link to enter it; false where a recruiter has the address.
    fileprivate func invite(
        _ address: EmailAddress, _ name: PersonName, _ roles: Set<AgentRole>, hash: [UInt8], at now: Instant
    ) throws(StorageError) -> Bool {
        let known = try stores.accounts.account(address)
        let id: AccountID
        if let known {
            guard known.isAgent else { return false }
            id = known.id
            try setRoles(roles, of: id)
            try rename(id, name)
            try clearSecrets(of: id)
            try endSessions(of: id)
        } else {
            guard let added = try addAccount(.agent(roles), email: address, name: name, at: now) else { return false }
            id = added.id
        }
        try addLink(hash: hash, to: id, for: .invitation, at: now)
        try log(
            LoggedEvent(
                "invitation", on: .account(id), by: .command,
                before: known.map { $0.roles.map(\.rawValue).sorted().joined(separator: " ") },
                after: roles.map(\.rawValue).sorted().joined(separator: " "), at: now))
        return true
    }
}
