import Interchange
import Recruitment
import Search
import Storage

/// Runs an import with a progress bar and tells its report.
struct Importing {
    let store: Store
    let request: OfferImport

    func run() throws -> ImportReport {
        let data = try store.read(worker: nil, limit: nil) { (stores) throws(StorageError) in
            try stores.reference.all()
        }
        var bar = ProgressBar("Import")
        defer { bar.finish() }
        return try request.run(into: store, at: SystemClock.now(), analysis: try analysis(data)) { done, total in
            bar.show(done: done, total: total, detail: "\(done / 1_000_000) Mo")
        }
    }

    private func analysis(_ data: ReferenceData) throws -> OfferAnalysis {
        guard let analyzer = OfferAnalyzer(reference: data.search) else {
            throw CommandFailure("libstemmer n’a pas de racinisation française.")
        }
        return OfferAnalysis(version: IndexedOffer.analysisVersion) { analyzer.analyze($0, id: $1) }
    }

    /// The report as the operator reads it.
    static func lines(_ report: ImportReport) -> [String] {
        var lines = [
            "format     : \(report.format.rawValue)", "ajoutées   : \(report.added)", "modifiées  : \(report.updated)",
            "inchangées : \(report.unchanged)", "fermées    : \(report.closed)", "rejetées   : \(report.rejected)",
        ]
        if let file = report.rejectsFile { lines.append("Les rejets et leurs raisons sont dans \(file)") }
        switch report.closing {
        case .notAsked, .done: break
        case .heldBack(.unreadable): lines.append("Rien n’a été fermé : le fichier n’a pas pu être lu jusqu’au bout.")
        case .heldBack(.unknownRecord):
            lines.append(
                "Rien n’a été fermé : une offre rejetée n’a pas d’identifiant lisible, on ne sait pas laquelle c’est.")
        case .heldBack(.empty): lines.append("Rien n’a été fermé : le fichier ne contient aucune offre valable.")
        }
        if let failure = report.failure {
            lines.append("Lecture interrompue : \(failure). Ce qui précède a été importé.")
        }
        return lines
    }
}
