import ArgumentParser
import Site

struct RoutesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "routes", abstract: "Affiche toutes les adresses du site et qui peut les utiliser.")

    func run() {
        for line in Site.routeList { Console.out(line) }
    }
}
