import ArgumentParser
import Recruitment
import Storage

struct AgentDisableCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "disable", abstract: "Désactive le compte d’un agent et ferme ses sessions.",
        discussion: "« emploi agent add » avec la même adresse le rétablit.")

    @OptionGroup var databaseOptions: DatabaseOptions

    @Option(help: ArgumentHelp("Adresse de courriel.", valueName: "adresse"))
    var email: String

    func run() throws {
        var reader = SettingReader()
        let values = databaseOptions.read(&reader)
        let address = EmailAddress(email)
        if address == nil { reader.report("--email \(email) : il faut une adresse de courriel.") }
        try reader.finish()
        guard let address else { return }
        let store = try BoardOpening(values).prepare().store
        let now = SystemClock.now()
        let isDone = try store.writing { writing throws(StorageError) in
            guard let account = try writing.stores.accounts.account(address), account.isAgent else { return false }
            try writing.disable(account.id, at: now)
            try writing.log(LoggedEvent("desactivation", on: .account(account.id), by: .command, at: now))
            return true
        }
        guard isDone else { throw CommandFailure("Aucun agent n’a l’adresse \(address).") }
        Console.out("Le compte \(address) est désactivé.")
    }
}
