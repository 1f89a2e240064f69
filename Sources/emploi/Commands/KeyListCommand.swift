import ArgumentParser
import Recruitment
import Storage

struct KeyListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Affiche les clés : numéro, état, droits, source, rythme, dernier usage, nom.")

    @OptionGroup var databaseOptions: DatabaseOptions

    func run() throws {
        var reader = SettingReader()
        let values = databaseOptions.read(&reader)
        try reader.finish()
        let store = try BoardOpening(values).prepare().store
        let keys = try store.read(worker: nil) { stores throws(StorageError) in try stores.partnerKeys.all() }
        if keys.isEmpty { Console.out("Aucune clé.") }
        for key in keys {
            let state = key.revokedAt.map { "révoquée \($0)" } ?? "valable"
            let scopes = PartnerKey.Scope.allCases.filter(key.scopes.contains).map(\.rawValue).joined(separator: ",")
            let used = key.lastUsedAt?.description ?? "jamais"
            Console.out(
                "\(key.id)\t\(state)\t\(scopes)\t\(key.source?.description ?? "-")\t\(key.requestsPerMinute)/min\t\(used)\t\(key.name)"
            )
        }
    }
}
