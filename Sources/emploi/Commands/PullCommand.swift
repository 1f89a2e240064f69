import ArgumentParser
import Background
import Recruitment
import Storage

struct PullCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pull", abstract: "Va chercher les offres des sources, tout de suite.",
        discussion: """
            Sans nom : toutes les sources qui ne sont pas en pause. Les sources se règlent dans l’espace des agents. Une lecture interrompue \
            se termine en relançant la commande. Code de sortie : 0 si tout est lu, 2 si une source a des rejets ou attend une réponse, \
            1 si une lecture a échoué.
            """)

    @OptionGroup var databaseOptions: DatabaseOptions

    @OptionGroup var sourceOptions: SourceOptions

    @Argument(help: ArgumentHelp("Noms des sources à lire.", valueName: "source"))
    var sources: [String] = []

    func run() throws {
        var reader = SettingReader()
        let values = databaseOptions.read(&reader)
        let settings = sourceOptions.read(&reader)
        try reader.finish()
        let store = try BoardOpening(values).prepare().store
        let chosen = try chosen(in: store)
        if chosen.isEmpty { Console.out("Aucune source à lire.") }
        let puller = SourcePuller(store: store, fetcher: try settings.fetcher(store))
        var code: Int32 = 0
        for source in chosen {
            var bar = ProgressBar(source.name.description)
            let pull = try puller.run(
                source, at: SystemClock.now(), progress: { bar.show(done: $0, total: 0, detail: "\($0)") })
            bar.finish()
            guard let pull else { continue }
            for line in Self.lines(source, pull) { Console.out(line) }
            switch pull.outcome {
            case .failed: code = 1
            case .held where code == 0: code = 2
            case .done where code == 0 && pull.counts.rejected > 0: code = 2
            default: break
            }
        }
        if code != 0 { throw ExitCode(code) }
    }

    private func chosen(in store: Store) throws -> [FeedSource] {
        let all = try store.read(worker: nil) { (stores) throws(StorageError) in try stores.sources.all() }
        if sources.isEmpty { return all.filter { !$0.settings.isPaused } }
        return try sources.map { name in
            guard let source = all.first(where: { $0.name.description == name }) else {
                let known = all.map(\.name.description).joined(separator: ", ")
                throw CommandFailure(
                    "Aucune source ne s’appelle « \(name) » (\(known.isEmpty ? "il n’y en a aucune" : "connues : " + known))."
                )
            }
            return source
        }
    }

    private static func lines(_ source: FeedSource, _ pull: Pull) -> [String] {
        let counts = pull.counts
        let outcome =
            switch pull.outcome {
            case .failed: "échec"
            case .unchanged: "rien de nouveau"
            case .held: "une réponse est attendue d’un agent"
            default: "lue"
            }
        var lines = ["\(source.name) : \(outcome)"]
        if pull.outcome == .done || pull.outcome == .held {
            lines.append(
                "  ajoutées \(counts.added), modifiées \(counts.updated), inchangées \(counts.unchanged), "
                    + "fermées \(counts.closed), rejetées \(counts.rejected)")
        }
        if let trouble = pull.trouble { lines.append("  " + trouble) }
        return lines
    }
}
