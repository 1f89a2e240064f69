import ArgumentParser

struct KeyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "key", abstract: "Gère les clés des partenaires de l’API.",
        subcommands: [KeyAddCommand.self, KeyListCommand.self, KeyRevokeCommand.self])
}
