import ArgumentParser

struct VersionCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "version", abstract: "Affiche la version du programme.")

    func run() {
        Console.out("emploi \(Version.number)")
    }
}
