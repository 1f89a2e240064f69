import HTML
import HTTP1
import Recruitment
import Storage
import Web

extension Visit {
    func agentHome() throws -> Response {
        let account = try account()
        let roles = AgentRole.allCases.filter(account.roles.contains).map(\.label).joined(separator: ", ")
        return page(Layout.Head(title: "Espace des agents", isIndexed: false, section: .ownSpace)) { seal in
            """
            <div class="wrap narrow">
            <h1>Espace des agents</h1>
            <p>Bonjour \(account.name). Vos rôles : \(roles).</p>
            \(if: account.roles.contains(where: \.moderates), "<p><a class=\"button\" href=\"\(Paths.moderation.link())\">Modération des offres</a></p>\n")\
            <p><a href="\(Paths.agentOffers.link())">Les offres</a> · <a href="\(Paths.employers.link())">Les employeurs</a></p>
            \(SignOutForm(seal: seal).html)
            </div>
            """
        }
    }
}
