import ArgumentParser

struct AgentCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "agent", abstract: "Comptes des agents du Département : ajouter, lister, désactiver.",
        subcommands: [AgentAddCommand.self, AgentListCommand.self, AgentDisableCommand.self])
}
