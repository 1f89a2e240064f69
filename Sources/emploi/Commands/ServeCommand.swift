import ArgumentParser
import Background
import Curl
import HTTPServer
import Logging
import Recruitment
import Site
import Storage
import Web

struct ServeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Sert le site.",
        discussion: """
            Crée et met à jour la base de données si besoin. Écrit « prêt http://HÔTE:PORT » sur la sortie standard quand il \
            accepte des connexions. Sur SIGTERM, finit les réponses en cours (10 secondes au plus) et s’arrête.
            """)

    @OptionGroup var databaseOptions: DatabaseOptions

    @Option(help: ArgumentHelp("Adresse d’écoute (par défaut : 127.0.0.1).", valueName: "adresse"))
    var host: String?

    @Option(help: ArgumentHelp("Port d’écoute ; 0 en prend un libre (par défaut : 8080).", valueName: "port"))
    var port: String?

    @Option(
        name: .customLong("public"),
        help: ArgumentHelp("Dossier des fichiers publics (par défaut : Public).", valueName: "dossier"))
    var publicFolder: String?

    @Option(
        help: ArgumentHelp("Fils d’exécution pour les pages (par défaut : deux par processeur).", valueName: "nombre"))
    var workers: String?

    @Option(
        help: ArgumentHelp(
            "Adresses des mandataires dont on croit X-Forwarded-For, séparées par des virgules (par défaut : aucune).",
            valueName: "adresses"))
    var trustedProxy: String?

    @Option(
        help: ArgumentHelp(
            "Adresse publique du site, pour les liens complets (par défaut : celle d’écoute).", valueName: "url"))
    var baseURL: String?

    @Option(
        help: ArgumentHelp(
            "Requêtes à l’API par minute et par adresse, sans clé (par défaut : 60).", valueName: "nombre"))
    var apiRate: String?

    @OptionGroup var identityOptions: IdentityOptions

    @OptionGroup var mailOptions: MailOptions

    @OptionGroup var sourceOptions: SourceOptions

    @OptionGroup var openIDOptions: OpenIDOptions

    @Option(
        help: ArgumentHelp(
            "Vérifier chaque nuit les établissements par l’API Recherche d’entreprises : oui, non, ou l’adresse d’une API qui répond comme elle (par défaut : non).",
            valueName: "oui|non|url"))
    var companyRegister: String?

    @Option(
        help: ArgumentHelp(
            "Fichier des clés qui scellent les secrets de la base (par défaut : la base suivie de .key ; créé au premier démarrage).",
            valueName: "fichier"))
    var secretKeyFile: String?

    @Option(
        help: ArgumentHelp(
            "Réseaux privés que les webhooks peuvent appeler, séparés par des virgules (par défaut : aucun).",
            valueName: "réseaux"))
    var webhookAllow: String?

    @Option(
        help: ArgumentHelp("Niveau du journal : debug, info, warning, error (par défaut : info).", valueName: "niveau"))
    var logLevel: String?

    func run() throws {
        var reader = SettingReader()
        let settings = read(&reader)
        try reader.finish()
        guard let settings else { return }
        try Service(settings).run()
    }

    /// An address of this machine may be reached where the operator names it; every other one has to be public.
    private static func register(_ text: String) -> CompanyRegister?? {
        switch text {
        case "oui": return .some(CompanyRegister())
        case "non": return .some(nil)
        default:
            guard let url = BaseURL(text) else { return nil }
            return .some(CompanyRegister(baseURL: url.description, policy: url.policy))
        }
    }

    private func read(_ reader: inout SettingReader) -> ServiceSettings? {
        let database = databaseOptions.read(&reader)
        var server = Configuration()
        server.host = reader.text("host", host, default: "127.0.0.1")
        server.port = reader.value("port", port, default: 8080, expected: "un port entre 0 et 65535") { UInt16($0) }
        server.workers = reader.value("workers", workers, default: server.workers, expected: "un nombre entre 1 et 256")
        {
            Int($0).flatMap { (1...256).contains($0) ? $0 : nil }
        }
        server.proxies = reader.value(
            "trusted-proxy", trustedProxy, default: TrustedProxies(),
            expected: "des adresses IP ou des réseaux (10.0.0.0/8), séparés par des virgules"
        ) { TrustedProxies($0.split(separator: ",").map(String.init)) }
        guard let mail = mailOptions.read(&reader, database: database.database) else { return nil }
        let base = reader.baseURL("base-url", baseURL)
        return ServiceSettings(
            database: database, server: server,
            publicFolder: reader.value(
                "public", publicFolder, default: ProgramFiles.folder("Public"), expected: "un dossier qui existe"
            ) { ProgramFiles.isFolder($0) ? $0 : nil },
            baseURL: base,
            apiRate: reader.value(
                "api-rate", apiRate, default: SiteSettings.usualRequestsPerMinute,
                expected: "un nombre entre 1 et 1000000"
            ) { Int($0).flatMap { (1...1_000_000).contains($0) ? $0 : nil } },
            identity: identityOptions.read(&reader), mail: mail,
            sources: sourceOptions.read(&reader),
            register: reader.value(
                "company-register", companyRegister, default: nil, expected: "oui, non ou une adresse http(s)://",
                parse: Self.register),
            openID: openIDOptions.read(&reader, baseURL: base),
            keyFile: KeyFile(
                path: reader.text("secret-key-file", secretKeyFile, default: database.database + ".key")),
            webhookNetworks: reader.value(
                "webhook-allow", webhookAllow, default: [],
                expected: "des adresses IP ou des réseaux (10.0.0.0/8), séparés par des virgules"
            ) { text in
                let networks = text.split(separator: ",").map(String.init)
                return networks.allSatisfy { IPNetwork($0) != nil } ? networks : nil
            },
            logLevel: reader.value(
                "log-level", logLevel, default: .info, expected: "un niveau : debug, info, warning ou error"
            ) { Logger.Level(rawValue: $0) })
    }
}
