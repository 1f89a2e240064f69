import ArgumentParser
import Curl
import Partners
import Recruitment

/// How mails leave the board.
struct MailOptions: ParsableArguments {
    static let defaultSender = "nepasrepondre@emploi-allier.invalid"
    /// Half a minute for one mail: well within the lease of the process that sends it.
    static let limits = TransferLimits(connect: 10_000, total: 30_000)

    @Option(
        help: ArgumentHelp(
            "Dossier où écrire les courriels au lieu de les envoyer (par défaut, sans serveur : courriels, près de la base).",
            valueName: "dossier"))
    var mailDir: String?

    @Option(
        help: ArgumentHelp(
            "Serveur d’envoi : smtp://hôte:587 (STARTTLS exigé, sauf sur cette machine) ou smtps://hôte:465.",
            valueName: "url"))
    var smtpURL: String?

    @Option(help: ArgumentHelp("Utilisateur du serveur d’envoi.", valueName: "nom"))
    var smtpUser: String?

    @Option(
        help: ArgumentHelp(
            "Fichier dont la première ligne est le mot de passe du serveur d’envoi.", valueName: "fichier"))
    var smtpPasswordFile: String?

    @Option(help: ArgumentHelp("Adresse d’expédition ; exigée avec un serveur d’envoi.", valueName: "adresse"))
    var mailFrom: String?

    struct Values {
        let delivery: MailDelivery
        let from: Mailbox
    }

    func read(_ reader: inout SettingReader, database: String) -> Values? {
        let folder = reader.value("mail-dir", mailDir, default: nil, expected: "un dossier") { $0.isEmpty ? nil : $0 }
        let server = reader.value(
            "smtp-url", smtpURL, default: nil, expected: "une adresse smtp://hôte:port ou smtps://hôte:port"
        ) { SMTPAddress($0) }
        let user = reader.value("smtp-user", smtpUser, default: nil, expected: "un nom") { $0.isEmpty ? nil : $0 }
        let password = reader.value(
            "smtp-password-file", smtpPasswordFile, default: nil, expected: "un fichier lisible et non vide",
            parse: SecretFile.firstLine)
        let sender = reader.value(
            "mail-from", mailFrom, default: EmailAddress(Self.defaultSender), expected: "une adresse de courriel"
        ) { EmailAddress($0) }
        guard let sender else { return nil }
        let from = Mailbox(sender, name: "Emploi Allier")
        guard var server = server?.server else {
            return Values(
                delivery: .directory(MailDirectory(path: folder ?? Self.folder(beside: database))), from: from)
        }
        if folder != nil { reader.report("--mail-dir et --smtp-url : choisissez l’un ou l’autre.") }
        if sender.description == Self.defaultSender {
            reader.report("--mail-from : il faut l’adresse d’expédition avec --smtp-url.")
        }
        if (user == nil) != (password == nil) {
            reader.report("--smtp-user et --smtp-password-file vont ensemble.")
        }
        if let user, let password { server.credentials = .init(user: user, password: password) }
        return Values(delivery: .server(server, limits: Self.limits), from: from)
    }

    private static func folder(beside database: String) -> String {
        guard let slash = database.lastIndex(of: "/") else { return "courriels" }
        return String(database[...slash]) + "courriels"
    }
}
