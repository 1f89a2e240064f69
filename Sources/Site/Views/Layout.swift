import HTML
import Recruitment
import Web

/// The frame of every page.
struct Layout {
    let settings: SiteSettings
    let assets: Assets

    /// What differs from page to page in the frame.
    struct Head {
        /// Without the site's name. Tells the page apart from every other (RGAA 8.6).
        var title: String
        /// For search engines; nil where the page is not to be listed.
        var summary: String?
        /// Path and query of the page's one true address; nil for none.
        var canonical: String?
        var isIndexed = true
        /// Which entry of the menu the page belongs to.
        var section: MenuEntry?
        /// Feeds of the page's content.
        var alternates: [Alternate] = []
        /// A block of structured data.
        var structuredData: HTML?
        /// Assets that make the page more convenient where scripts run; it works without them.
        var scripts: [String] = []
    }

    struct Alternate {
        let type: String
        let title: String
        let link: String
    }

    enum MenuEntry: CaseIterable {
        case offers
        case howItWorks
        case posting
        case ownSpace

        var label: String {
            switch self {
            case .offers: "Offres d’emploi"
            case .howItWorks: "Comment ça marche"
            case .posting: "Employeurs : publier une offre"
            case .ownSpace: "Espace employeur"
            }
        }

        var link: String {
            switch self {
            case .offers: Paths.offers.link()
            case .howItWorks: Paths.howItWorks.link()
            case .posting: Paths.newPosting.link()
            case .ownSpace: Paths.signIn.link()
            }
        }
    }

    /// A whole page, in UTF-8; `account` is who is signed in.
    func page(_ head: Head, _ content: HTML, account: Account? = nil) -> [UInt8] {
        let frame: HTML = """
            <!DOCTYPE html>
            <html lang="fr">
            <head>
            <meta charset="utf-8">
            <title>\(head.title) – Emploi Allier</title>
            <meta name="viewport" content="width=device-width, initial-scale=1">
            \(head.summary.map { "<meta name=\"description\" content=\"\($0)\">\n" } as HTML?)\
            \(if: !head.isIndexed, "<meta name=\"robots\" content=\"noindex\">\n")\
            \(head.canonical.map { "<link rel=\"canonical\" href=\"\(settings.baseURL)\($0)\">\n" } as HTML?)\
            <link rel="stylesheet" href="\(assets.url("css/site.css"))">
            <link rel="icon" href="\(assets.url("img/logo.svg"))" type="image/svg+xml">
            <meta name="theme-color" content="#0d5c48">
            \(each: head.alternates, { "<link rel=\"alternate\" type=\"\($0.type)\" title=\"\($0.title)\" href=\"\($0.link)\">\n" })\
            \(each: head.scripts, { "<script src=\"\(assets.url($0))\" type=\"module\"></script>\n" })\
            \(head.structuredData)</head>
            """
        let body: HTML = """
            <body>
            <a class="skip" href="#contenu">Aller au contenu</a>
            <header class="site-header">
            <div class="wrap">
            <a class="brand" href="\(Paths.home.link())"><img src="\(assets.url("img/logo.svg"))" alt="" width="36" height="36"><span>Emploi Allier \
            <small>Toutes les offres du département</small></span></a>
            <nav class="site-nav" aria-label="Menu principal">
            <ul>
            \(each: MenuEntry.allCases, { menuItem($0, isCurrent: $0 == head.section, account) })</ul>
            </nav>
            </div>
            </header>
            <main id="contenu" tabindex="-1">
            \(content)
            </main>
            \(footer)
            </body>
            </html>

            """
        return frame.octets + Typography.apply(to: body.octets)
    }

    private func menuItem(_ entry: MenuEntry, isCurrent: Bool, _ account: Account?) -> HTML {
        if entry == .posting, account?.isAgent ?? false { return HTML() }
        var (label, link) = (entry.label, entry.link)
        if entry == .ownSpace, let account { (label, link) = ("Mon espace", Paths.home(of: account)) }
        return "<li><a href=\"\(link)\"\(if: isCurrent, " aria-current=\"true\"")>\(label)</a></li>\n"
    }

    private var footer: HTML {
        """
        <footer class="site-footer">
        <div class="wrap">
        <nav aria-label="Informations sur le site">
        <ul>
        <li><a href="\(Paths.howItWorks.link())">Comment ça marche</a></li>
        <li><a href="\(Paths.accessibility.link())">Accessibilité : non conforme</a></li>
        <li><a href="\(Paths.legalNotice.link())">Mentions légales</a></li>
        <li><a href="\(Paths.personalData.link())">Données personnelles</a></li>
        <li><a href="\(Paths.offersFeed.link())">Flux JSON</a></li>
        </ul>
        </nav>
        <p>Chercher un emploi ici : gratuit, sans compte, sans cookie et sans publicité.</p>
        </div>
        </footer>
        """
    }
}
