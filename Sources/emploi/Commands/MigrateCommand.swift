import ArgumentParser
import Storage

struct MigrateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "migrate", abstract: "Crée la base de données ou la met à jour, tables de référence comprises.")

    @OptionGroup var databaseOptions: DatabaseOptions

    func run() throws {
        var reader = SettingReader()
        let values = databaseOptions.read(&reader)
        try reader.finish()
        let applied = try BoardOpening(values).prepare().applied
        for name in applied { Console.out("appliqué : \(name)") }
        if applied.isEmpty { Console.out("La base est à jour.") }
    }
}
