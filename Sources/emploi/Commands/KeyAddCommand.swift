import ArgumentParser
import Recruitment
import Secrets
import Storage

struct KeyAddCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Crée une clé et l’affiche, cette seule fois.",
        discussion: "Seule son empreinte est gardée : une clé perdue se révoque et se remplace.")

    private static let usualRequestsPerMinute = 600

    @OptionGroup var databaseOptions: DatabaseOptions

    @Argument(help: ArgumentHelp("Nom du partenaire.", valueName: "nom"))
    var name: String

    @Option(
        help: ArgumentHelp(
            "Ce que la clé ouvre, séparé par des virgules : lecture, depot, webhooks (par défaut : lecture).",
            valueName: "droits"
        ))
    var scopes: String = PartnerKey.Scope.read.rawValue

    @Option(
        help: ArgumentHelp(
            "Source dont la clé dépose les offres (avec le droit depot) : lettres minuscules, chiffres, tirets.",
            valueName: "nom"))
    var source: String?

    @Option(
        help: ArgumentHelp("Requêtes par minute.", valueName: "nombre"))
    var requestsPerMinute: Int = Self.usualRequestsPerMinute

    func run() throws {
        var reader = SettingReader()
        let values = databaseOptions.read(&reader)
        let codes = scopes.split(separator: ",").map(String.init)
        let chosen = Set(codes.compactMap(PartnerKey.Scope.init(rawValue:)))
        if codes.isEmpty || chosen.count != Set(codes).count {
            reader.report("--scopes : droits attendus : lecture, depot, webhooks.")
        }
        let depositor = source.flatMap { SourceName($0) }
        if (source != nil) != chosen.contains(.deposit) {
            reader.report("--source : le droit depot va avec le nom de la source, et lui seul.")
        } else if source != nil, depositor.map(PartnerKey.reservedSources.contains) ?? true {
            reader.report(
                "--source : un nom de \(SourceName.longest) caractères au plus, a–z, 0–9 et tirets, que le site n’emploie pas."
            )
        }
        if name.isEmpty || name.count > PartnerKey.longestName {
            reader.report("Le nom doit avoir de 1 à \(PartnerKey.longestName) caractères.")
        }
        if !(1...PartnerKey.mostRequestsPerMinute).contains(requestsPerMinute) {
            reader.report("--requests-per-minute : un nombre de 1 à \(PartnerKey.mostRequestsPerMinute).")
        }
        try reader.finish()
        let token = Token.random()
        let (name, rate) = (name, requestsPerMinute)
        let id = try BoardOpening(values).prepare().store.writing { writing throws(StorageError) in
            try writing.addPartnerKey(
                hash: token.hash, name: name, scopes: chosen, source: depositor, requestsPerMinute: rate, by: .command,
                at: SystemClock.now())
        }
        Console.out("clé \(id) pour \(name) ; elle ne sera plus affichée :")
        Console.out(token.text)
    }
}
