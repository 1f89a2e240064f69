import ArgumentParser
import Recruitment
import Storage

struct AgentListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "Liste les comptes d’agents.")

    @OptionGroup var databaseOptions: DatabaseOptions

    func run() throws {
        var reader = SettingReader()
        let values = databaseOptions.read(&reader)
        try reader.finish()
        let store = try BoardOpening(values).prepare().store
        let agents = try store.read(worker: nil) { stores throws(StorageError) in try stores.accounts.agents() }
        for agent in agents {
            let state = agent.disabledAt != nil ? "désactivé" : agent.confirmedAt == nil ? "invité" : "actif"
            let roles = AgentRole.allCases.filter(agent.roles.contains).map(\.rawValue).joined(separator: ", ")
            Console.out("\(agent.email)  \(state)  \(roles)  \(agent.name)")
        }
        if agents.isEmpty { Console.out("Aucun agent. Ajoutez le premier : emploi agent add --email … --role …") }
    }
}
