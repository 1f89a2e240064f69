import ArgumentParser

/// The settings of every command that opens the database.
struct DatabaseOptions: ParsableArguments {
    static let defaultDatabase = "var/emploi.sqlite"

    @Option(
        help: ArgumentHelp(
            "Fichier de la base de données (par défaut : \(Self.defaultDatabase)).", valueName: "fichier"))
    var database: String?

    @Option(
        help: ArgumentHelp("Dossier des migrations (par défaut : Migrations, près du programme).", valueName: "dossier")
    )
    var migrations: String?

    struct Values {
        let database: String
        let migrations: String
    }

    func read(_ reader: inout SettingReader) -> Values {
        Values(
            database: reader.text("database", database, default: Self.defaultDatabase),
            migrations: reader.value(
                "migrations", migrations, default: ProgramFiles.folder("Migrations"), expected: "un dossier qui existe"
            ) { ProgramFiles.isFolder($0) ? $0 : nil })
    }
}
