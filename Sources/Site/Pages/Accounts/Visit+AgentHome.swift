import HTML
import HTTP1
import Recruitment
import Storage
import Web

extension Visit {
    func agentHome() throws -> Response {
        let account = try account()
        let tasks = try read { stores throws(StorageError) in try stores.tasks.openCount() }
        let roles = AgentRole.allCases.filter(account.roles.contains).map(\.label).joined(separator: ", ")
        return page(Layout.Head(title: "Espace des agents", isIndexed: false, section: .ownSpace)) { seal in
            """
            <div class="wrap narrow">
            <h1>Espace des agents</h1>
            <p>Bonjour \(account.name). Vos rôles : \(roles).</p>
            \(if: account.roles.contains(where: \.moderates), "<p><a class=\"button\" href=\"\(Paths.moderation.link())\">Modération des offres</a></p>\n")\
            <ul>
            <li><a href="\(Paths.agentTasks.link())">Tâches à faire</a> (\(tasks))</li>
            <li><a href="\(Paths.agentOffers.link())">Les offres</a></li>
            <li><a href="\(Paths.employers.link())">Les employeurs</a></li>
            <li><a href="\(Paths.sources.link())">Les sources</a></li>
            <li><a href="\(Paths.searchedWords.link())">Ce que les gens cherchent</a></li>
            \(if: account.roles.contains(where: \.actsForEmployers),
                "<li><a href=\"\(Paths.pendingEstablishments.link())\">Établissements à vérifier</a></li>\n")\
            \(if: account.roles.contains(where: \.actsForEmployers),
                "<li><a href=\"\(Paths.agentPosting.link())\">Écrire une offre pour un employeur</a></li>\n")\
            \(if: account.roles.contains(.administrator),
                "<li><a href=\"\(Paths.keys.link())\">Clés des partenaires</a></li>\n")\
            \(if: account.roles.contains(.administrator),
                "<li><a href=\"\(Paths.webhooks.link())\">Abonnements des partenaires</a></li>\n")\
            \(if: account.roles.contains(.administrator), "<li><a href=\"\(Paths.agents.link())\">Comptes des agents</a></li>\n")\
            <li><a href="\(Paths.account.link())">Mon compte : mot de passe, appareils connectés</a></li>
            </ul>
            \(SignOutForm(seal: seal).html)
            </div>
            """
        }
    }
}
