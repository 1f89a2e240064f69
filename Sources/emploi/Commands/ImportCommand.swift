import ArgumentParser
import Interchange
import Recruitment
import Storage

struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Importe les offres d’un fichier.",
        discussion: """
            Le même fichier importé deux fois ne change rien. Une importation interrompue se termine en relançant la même \
            commande. Les offres refusées sont écrites, avec la ligne, le champ et la raison, dans FICHIER.rejects.jsonl. \
            Code de sortie : 0 si tout est importé, 2 si des offres ont été refusées, 1 si l’importation n’a pas pu se faire.
            """)

    @OptionGroup var databaseOptions: DatabaseOptions

    @Argument(help: ArgumentHelp("Fichier à importer.", valueName: "fichier"))
    var file: String

    @Option(help: ArgumentHelp("Nom de la source : lettres minuscules, chiffres, tirets.", valueName: "nom"))
    var source: String?

    @Option(help: ArgumentHelp("Format : auto, jsonl ou france-travail (par défaut : auto).", valueName: "format"))
    var format: String?

    @Flag(help: "Le fichier contient toute la source : ce qui n’y est pas est fermé.")
    var complete = false

    @Flag(
        help:
            "Refuse ce qui enfreint la loi dans les textes et le salaire, comme pour les sources que le site va chercher."
    )
    var lawful = false

    func run() throws {
        var reader = SettingReader()
        let values = databaseOptions.read(&reader)
        let source = reader.value(
            "source", source, default: nil,
            expected: "un nom de \(SourceName.longest) caractères au plus : a–z, 0–9 et tirets (mission-locale)"
        ) { SourceName($0) }
        let format = reader.value("format", format, default: Format.auto, expected: "auto, jsonl ou france-travail") {
            Format(rawValue: $0)
        }
        if source == nil, self.source == nil {
            reader.report("--source : il faut le nom de la source, par exemple --source mission-locale.")
        }
        try reader.finish()
        guard let source else { return }
        let store = try BoardOpening(values).prepare().store
        var request = OfferImport(file: file, source: .named(source, isComplete: complete), format: format.offerFormat)
        if lawful { request.lawful = LawfulOffers(isRelayed: true) }
        let report = try Importing(store: store, request: request).run()
        for line in Importing.lines(report) { Console.out(line) }
        if report.failure != nil { throw ExitCode(1) }
        if report.rejected > 0 { throw ExitCode(2) }
    }

    private enum Format: String {
        case auto
        case jsonLines = "jsonl"
        case franceTravail = "france-travail"

        /// nil: found out from the file.
        var offerFormat: OfferFormat? {
            switch self {
            case .auto: nil
            case .jsonLines: .jsonLines
            case .franceTravail: .franceTravail
            }
        }
    }
}
