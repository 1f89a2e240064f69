import ArgumentParser
import Glibc

/// The program: one command line, whose subcommands wire the targets together.
@main
struct Emploi: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "emploi",
        abstract: "Les offres d’emploi d’un département : site, import, base de données.",
        discussion: """
            Chaque réglage est une option, sinon une variable EMPLOI_… (--database devient EMPLOI_DATABASE), sinon sa valeur \
            par défaut.
            """,
        subcommands: [
            ServeCommand.self, MigrateCommand.self, DemoCommand.self, ImportCommand.self, PullCommand.self,
            DepositCommand.self, RoutesCommand.self, KeyCommand.self, CheckCommand.self, AgentCommand.self,
            VersionCommand.self,
        ])

    static func main() {
        do {
            var command = try parseAsRoot()
            try command.run()
        } catch {
            let code = exitCode(for: error)
            let text = FrenchHelp.translate(fullMessage(for: error))
            if code == .success { Console.out(text) } else if !text.isEmpty { Console.error(text) }
            Glibc.exit(code.rawValue)
        }
    }
}
