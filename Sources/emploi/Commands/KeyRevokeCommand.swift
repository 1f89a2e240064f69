import ArgumentParser
import Storage

struct KeyRevokeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "revoke", abstract: "Met fin à une clé, tout de suite et pour toujours.")

    @OptionGroup var databaseOptions: DatabaseOptions

    @Argument(help: ArgumentHelp("Numéro de la clé (emploi key list).", valueName: "numéro"))
    var key: Int64

    func run() throws {
        var reader = SettingReader()
        let values = databaseOptions.read(&reader)
        try reader.finish()
        guard try BoardOpening(values).prepare().store.revokePartnerKey(key, at: SystemClock.now()) else {
            throw CommandFailure("Aucune clé valable n’a le numéro \(key).")
        }
        Console.out("clé \(key) révoquée")
    }
}
