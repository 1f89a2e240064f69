import ArgumentParser
import Glibc
import Site
import Storage
import Web

struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Vérifie l’installation : fichiers, base de données, textes obligatoires.",
        discussion: "N’écrit rien. Code de sortie 1 s’il y a quelque chose à réparer.")

    @OptionGroup var databaseOptions: DatabaseOptions
    @OptionGroup var identityOptions: IdentityOptions

    @Option(
        name: .customLong("public"),
        help: ArgumentHelp("Dossier des fichiers publics (par défaut : Public).", valueName: "dossier"))
    var publicFolder: String?

    func run() throws {
        var reader = SettingReader()
        let values = databaseOptions.read(&reader)
        let identity = identityOptions.read(&reader)
        let folder = reader.text("public", publicFolder, default: ProgramFiles.folder("Public"))
        try reader.finish()
        var faults = 0
        func report(_ isGood: Bool, _ good: String, _ bad: String) {
            Console.out(isGood ? "bon      \(good)" : "À RÉPARER \(bad)")
            if !isGood { faults += 1 }
        }
        do {
            let assets = try Assets(directory: folder, aliases: Site.aliases, requiring: Site.requiredAssets)
            report(true, "fichiers publics : \(assets.names.count) dans \(folder)", "")
        } catch {
            report(false, "", "fichiers publics dans \(folder) : \(error)")
        }
        let exists = unsafe access(values.database, R_OK | W_OK) == 0
        report(
            exists, "base de données : \(values.database)",
            "base de données : \(values.database) n’existe pas ou n’est pas accessible ; lancez « emploi migrate »")
        if exists {
            do {
                let problems = try Store.inspect(path: values.database, migrations: values.migrations)
                report(problems.isEmpty, "structure et intégrité de la base", problems.joined(separator: " ; "))
            } catch {
                report(false, "", "base de données : \(error)")
            }
        }
        for (name, text) in identity.named {
            report(
                text != SiteSettings.toComplete, "\(name) : \(text)", "\(name) : à compléter pour les mentions légales")
        }
        if faults > 0 { throw ExitCode(1) }
    }
}
