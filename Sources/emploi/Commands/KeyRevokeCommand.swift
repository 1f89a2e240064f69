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
        let isRevoked = try BoardOpening(values).prepare().store.writing { [key] writing throws(StorageError) in
            try writing.revokePartnerKey(key, by: .command, at: SystemClock.now())
        }
        guard isRevoked else {
            throw CommandFailure("Aucune clé valable n’a le numéro \(key).")
        }
        Console.out("clé \(key) révoquée")
    }
}
