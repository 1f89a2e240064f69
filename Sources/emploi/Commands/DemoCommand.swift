import ArgumentParser
import Recruitment
import Storage

struct DemoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo", abstract: "Charge 600 offres inventées, datées pour aujourd’hui.")

    @OptionGroup var databaseOptions: DatabaseOptions

    @Flag(help: "Ne fait rien si la base contient déjà des offres.")
    var ifEmpty = false

    func run() throws {
        var reader = SettingReader()
        let values = databaseOptions.read(&reader)
        try reader.finish()
        let store = try BoardOpening(values).prepare().store
        if ifEmpty {
            let known = try store.read(worker: nil) { (stores) throws(StorageError) in
                try stores.offers.countsBySource()
            }
            if !known.isEmpty { return }
        }
        let request = OfferImport.demonstration(migrations: values.migrations, at: SystemClock.now())
        for line in Importing.lines(try Importing(store: store, request: request).run()) { Console.out(line) }
    }
}
