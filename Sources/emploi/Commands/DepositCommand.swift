import ArgumentParser
import Feeds
import Files
import Recruitment
import Site
import Storage

struct DepositCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "depot", abstract: "Écrit le fichier de dépôt du jour pour France Travail, ou lit ses rejets.",
        discussion: """
            Un fichier par jour, DOSSIER/depot-france-travail-JOUR.csv : ce qui est nouveau (C), changé (M) ou retiré (S) depuis le \
            précédent. Les fichiers se transmettent tous, dans l’ordre. Relancée le même jour, la commande ne change rien ; \
            interrompue, elle se relance. Les offres qui ne peuvent pas être déposées sont dans depot-france-travail-JOUR.ecartees.csv.

            Avec --rejets, lit le rapport de France Travail sur un dépôt : chaque offre refusée devient une tâche des agents, son \
            auteur est prévenu, et elle est déposée de nouveau quand elle a changé.
            """)

    @OptionGroup var databaseOptions: DatabaseOptions

    @Argument(help: ArgumentHelp("Dossier où écrire le fichier du jour.", valueName: "dossier"))
    var folder: String?

    @Option(help: ArgumentHelp("Identifiant de partenaire donné par France Travail.", valueName: "clé"))
    var partnerKey: String?

    @Option(help: ArgumentHelp("Nom de partenaire (par défaut : Emploi Allier).", valueName: "nom"))
    var partnerName: String?

    @Option(
        help: ArgumentHelp(
            "Offres à déposer, comme dans l’adresse de /offres : \"contrat=CDI&source=emploi-allier\" (par défaut : toutes).",
            valueName: "recherche"))
    var search: String?

    @Option(help: ArgumentHelp("Adresse publique du site, par exemple https://emploi.example.", valueName: "adresse"))
    var baseURL: String?

    @Option(
        help: ArgumentHelp(
            "Dernier jour dont France Travail a le fichier : ceux d’après sont oubliés, le nouveau les remplace.",
            valueName: "jour"))
    var receivedUntil: String?

    @Option(help: ArgumentHelp("Où écrire à l’éditeur, dit dans les courriels (avec --rejets).", valueName: "texte"))
    var contact: String?

    @Option(help: ArgumentHelp("Lit un rapport de rejets (CSV).", valueName: "fichier"))
    var rejets: String?

    @Option(help: ArgumentHelp("Jour du fichier dont parle le rapport (par défaut : le dernier).", valueName: "jour"))
    var fileDay: String?

    @Option(help: ArgumentHelp("Colonne du rapport où se trouve la référence.", valueName: "nom"))
    var referenceColumn: String?

    @Option(help: ArgumentHelp("Colonne du rapport où se trouve la raison.", valueName: "nom"))
    var reasonColumn: String?

    private static let mostReport = 64 << 20

    func run() throws {
        if let rejets { try readRejects(rejets) } else { try writeFile() }
    }

    private func writeFile() throws {
        var reader = SettingReader()
        let values = databaseOptions.read(&reader)
        let base = reader.baseURL("base-url", baseURL)
        let key = reader.value("partner-key", partnerKey, default: nil, expected: "un texte sans espace ni |") {
            Self.isKey($0) ? $0 : nil
        }
        let name = reader.text("partner-name", partnerName, default: "Emploi Allier")
        let received = reader.value("received-until", receivedUntil, default: nil, expected: Self.day) {
            CalendarDay($0)
        }
        let search = reader.value("search", search, default: "", expected: "une recherche") { $0 }
        if folder == nil { reader.report("Il manque le dossier où écrire, par exemple : emploi depot var/depots.") }
        if key == nil { reader.report("--partner-key : il faut l’identifiant de partenaire, sans espace ni |.") }
        if base == nil, baseURL == nil { reader.report("--base-url : il faut l’adresse publique du site.") }
        try reader.finish()
        guard let folder, let key, let base else { return }
        let whole = try Folder.whole(folder)
        let board = try BoardOpening(values).open()
        let settings = SiteSettings(baseURL: base.description)
        let chosen: DepositSearch
        do throws(DepositSearch.Refusal) {
            chosen = try DepositSearch(search, communes: board.reference.communes)
        } catch { throw CommandFailure("--search : " + error.messages.joined(separator: " ")) }
        let principal = try board.store.read(worker: nil) { (stores) throws(StorageError) in
            try stores.reference.principalAppellations()
        }
        let deposit = FranceTravailDeposit(
            partnerKey: key, partnerName: name,
            appellations: DepositAppellations(board.reference.data.appellations, principal: principal)
        ) { settings.page(of: $0.id) }
        let report = try Depositing(
            board: board, deposit: deposit, search: chosen, folder: whole, received: received
        ).run(at: SystemClock.now())
        for line in Self.lines(report) { Console.out(line) }
    }

    private static func lines(_ report: Depositing.Report) -> [String] {
        let file = report.file
        var lines = [
            "fichier       : \(file.path)", "créations     : \(file.created)", "modifications : \(file.modified)",
            "suppressions  : \(file.suppressed)",
        ]
        if report.isFromEarlier {
            lines.append("Le dépôt du \(file.day) était déjà fait : rien n’a été changé.")
            return lines
        }
        lines.append("inchangées    : \(report.unchanged)")
        if report.refused > 0 { lines.append("refusées      : \(report.refused) (inchangées depuis leur rejet)") }
        lines.append("écartées      : \(report.leftOut.values.reduce(0, +))")
        for refusal in FranceTravailDeposit.Refusal.allCases {
            if let count = report.leftOut[refusal] { lines.append("  \(refusal.message) : \(count)") }
        }
        return lines
    }

    private func readRejects(_ path: String) throws {
        var reader = SettingReader()
        let values = databaseOptions.read(&reader)
        let base = reader.baseURL("base-url", baseURL)
        let day = reader.value("file-day", fileDay, default: nil, expected: Self.day) { CalendarDay($0) }
        let contact = reader.text("contact", contact, default: SiteSettings.toComplete)
        if folder != nil { reader.report("--rejets lit un rapport et n’écrit pas de fichier : pas de dossier.") }
        if base == nil, baseURL == nil {
            reader.report("--base-url : il faut l’adresse publique du site, pour les courriels.")
        }
        try reader.finish()
        guard let base else { return }
        var input = try InputFile(path)
        let octets = try input.readAll(limit: Self.mostReport)
        let report: DepositRejects
        do throws(FeedError) {
            report = try DepositRejects(octets, reference: referenceColumn, reason: reasonColumn)
        } catch { throw CommandFailure("\(path) : \(error.message)") }
        let store = try BoardOpening(values).prepare().store
        let refusals = DepositRefusals(settings: SiteSettings(baseURL: base.description, contact: contact))
        let now = SystemClock.now()
        let counts = try store.writing { writing throws(StorageError) in
            var counts = (noted: 0, known: 0, left: 0)
            for reject in report.rejects {
                guard counts.noted < DepositRefusals.most else {
                    counts.left += 1
                    continue
                }
                guard let id = OfferID(code: reject.reference),
                    try refusals.follow(id, reason: reject.reason, file: day, in: writing, at: now)
                else {
                    counts.known += 1
                    continue
                }
                counts.noted += 1
            }
            return counts
        }
        Console.out("refusées          : \(counts.noted)")
        Console.out("connues, ou pas à nous : \(counts.known)")
        if counts.left > 0 {
            Console.out("\(counts.left) autres n’ont pas été notées : relancez la même commande.")
        }
        if report.isCut { Console.out("Le rapport s’arrête au milieu d’une ligne : il a été lu jusque-là.") }
        if counts.noted > 0 { throw ExitCode(2) }
    }

    private static let day = "un jour comme 2026-11-24"

    private static func isKey(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.count <= 50
            && text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "|") }
    }
}
