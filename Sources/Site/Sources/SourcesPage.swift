import Feeds
import HTML
import Recruitment
import Storage
import Web

/// The sources and how they are.
struct SourcesPage {
    struct Item: Sendable {
        let source: FeedSource
        let last: Pull?
        let success: Instant?
        let open: Int
        let absent: Int
    }

    let items: [Item]
    let mayChange: Bool

    var html: HTML {
        """
        <div class="wrap">
        <nav class="breadcrumb" aria-label="Fil d’Ariane"><a href="\(Paths.agentHome.link())">Espace des agents</a></nav>
        <h1>Sources</h1>
        <p>D’où le site va chercher des offres de lui-même.</p>
        \(if: mayChange, "<p><a class=\"button\" href=\"\(Paths.newSource.link())\">Ajouter une source</a></p>\n")\
        \(if: items.isEmpty, "<p>Aucune source.</p>\n")\
        <ul class="rows">
        \(each: items, { item in
            """
            <li><a href="\(Paths.source.link(item.source.name))">\(item.source.settings.label)</a> \
            \(Self.badge(item))<br>
            <span class="hint">\(SourceWording.kind(item.source.settings.kind)) ; \
            \(French.count(item.open, "offre ouverte", "offres ouvertes")) ; \
            \(item.success.map { "dernière lecture réussie le \(French.moment($0))" } ?? "jamais lue")</span></li>

            """
        })</ul>
        </div>
        """
    }

    static func badge(_ item: Item) -> HTML {
        if item.absent > 0 { return "<span class=\"badge\">attend une réponse</span>" }
        if item.source.settings.isPaused { return "<span class=\"badge\">en pause</span>" }
        if item.source.failures > 0 { return "<span class=\"badge\">en échec</span>" }
        return item.success == nil ? "" : "<span class=\"badge good\">à jour</span>"
    }
}
