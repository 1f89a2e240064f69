import Feeds
import HTML
import Recruitment
import Storage
import Web

/// One source: how it is, what it brought, and what can be done.
struct SourcePage {
    struct Facts: Sendable {
        let item: SourcesPage.Item
        let pulls: [Pull]
        let rejects: [SourceReject]
        let events: [LoggedEvent]
        let names: [AccountID: String]
    }

    static let shownRejects = 20

    let facts: Facts
    let mayChange: Bool
    let seal: FormSeal

    private var source: FeedSource { facts.item.source }
    private var settings: FeedSource.Settings { source.settings }

    var html: HTML {
        """
        <div class="wrap">
        <nav class="breadcrumb" aria-label="Fil d’Ariane"><a href="\(Paths.agentHome.link())">Espace des agents</a> › \
        <a href="\(Paths.sources.link())">Sources</a></nav>
        <h1>\(settings.label) \(SourcesPage.badge(facts.item))</h1>
        \(question)\
        <dl>
        \(each: about, { "<dt>\($0.0)</dt><dd>\($0.1)</dd>\n" })</dl>
        \(if: mayChange, actions)\
        <h2>Dernières lectures</h2>
        \(pulls)\
        \(rejects)\
        \(HistoryView(events: facts.events, names: facts.names).html)\
        </div>
        """
    }

    private var about: [(String, String)] {
        [
            ("Nom", source.name.description), ("Type", SourceWording.kind(settings.kind)),
            ("Adresse", settings.url.isEmpty ? "donnée par les réglages du programme" : settings.url),
            ("Rythme", "toutes les \(French.count(settings.minutesBetween, "minute", "minutes"))"),
            ("Limites", "\(settings.mostMebibytes) Mio, \(settings.mostSeconds) s"),
            ("Correspondance", settings.mapping == nil ? "celle du type" : "écrite par un agent"),
            ("Ce que la source ne contient plus", settings.isWhole ? "est fermé" : "reste ouvert"),
            ("Offres ouvertes", French.number(facts.item.open)),
            ("Dernière lecture réussie", facts.item.success.map(French.moment) ?? "aucune"),
            ("Prochaine lecture", settings.isPaused ? "aucune : en pause" : French.moment(source.nextAt)),
        ]
    }

    /// What an agent is asked before many offers are closed at once.
    private var question: HTML? {
        guard facts.item.absent > 0 else { return nil }
        let count = French.count(facts.item.absent, "offre", "offres")
        return """
            <section class="notice problem" aria-labelledby="question">
            <h2 id="question">Faut-il fermer \(count) d’un coup ?</h2>
            <p>La dernière lecture ne les contenait plus, sur \(French.count(facts.item.open, "offre ouverte", "offres ouvertes")). \
            Rien n’a été fermé : la source a peut-être un problème.</p>
            \(if: mayChange, """
                <form action="\(Paths.source.link(source.name))" method="post">
                \(seal.html)\
                <button name="faire" value="fermer">Oui, fermer \(count)</button> \
                <button name="faire" value="garder" class="button quiet">Non, les garder et mettre la source en pause</button>
                </form>
                """)
            </section>

            """
    }

    private var actions: HTML {
        """
        <form action="\(Paths.source.link(source.name))" method="post" class="apply">
        \(seal.html)\
        <a class="button quiet" href="\(Paths.sourceForm.link(source.name))">Modifier ou essayer</a>
        <button name="faire" value="importer">Importer maintenant</button>
        \(settings.isPaused
            ? "<button name=\"faire\" value=\"reprendre\" class=\"button quiet\">Reprendre</button>"
            : "<button name=\"faire\" value=\"pause\" class=\"button quiet\">Mettre en pause</button>" as HTML)
        </form>

        """
    }

    private var pulls: HTML {
        guard !facts.pulls.isEmpty else { return "<p>Aucune lecture.</p>\n" }
        return """
            <div class="scroll">
            <table>
            <caption class="visually-hidden">Dernières lectures, la plus récente d’abord</caption>
            <thead><tr><th scope="col">Quand</th><th scope="col">Résultat</th><th scope="col">Ajoutées</th>\
            <th scope="col">Modifiées</th><th scope="col">Inchangées</th><th scope="col">Fermées</th><th scope="col">Rejetées</th></tr></thead>
            <tbody>
            \(each: facts.pulls, { pull in
                """
                <tr><th scope="row">\(French.moment(pull.startedAt))</th><td>\(SourceWording.outcome(pull))\
                \(pull.trouble.map { "<br><span class=\"hint\">\($0)</span>" } as HTML?)</td>\
                <td>\(French.number(pull.counts.added))</td><td>\(French.number(pull.counts.updated))</td>\
                <td>\(French.number(pull.counts.unchanged))</td><td>\(French.number(pull.counts.closed))</td>\
                <td>\(French.number(pull.counts.rejected))</td></tr>

                """
            })</tbody>
            </table>
            </div>

            """
    }

    private var rejects: HTML? {
        guard !facts.rejects.isEmpty else { return nil }
        return """
            <h2>Fiches rejetées à la dernière lecture</h2>
            <p><a href="\(Paths.sourceRejects.link(source.name))">Toutes, en CSV</a></p>
            <ul>
            \(each: facts.rejects.prefix(Self.shownRejects), { reject in
                """
                <li>\(reject.title ?? reject.sourceID ?? "fiche \(reject.position)") : \(reject.reason)\
                \(if: !reject.value.isEmpty, " (« \(reject.value) »)")</li>

                """
            })</ul>

            """
    }
}
