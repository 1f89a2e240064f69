import HTML
import Recruitment
import Web

/// The frame of every page.
struct Layout {
    let settings: SiteSettings
    let assets: Assets
    // What every page has alike, made once.
    private let links: HTML
    private let top: [UInt8]
    private let aboveContent: HTML = """
        </ul>
        </nav>
        </div>
        </header>
        <main id="contenu" tabindex="-1">

        """
    private let bottom: [UInt8]

    init(settings: SiteSettings, assets: Assets) {
        self.settings = settings
        self.assets = assets
        links = """
            <link rel="stylesheet" href="\(assets.url("css/site.css"))">
            <link rel="icon" href="\(assets.url("img/logo.svg"))" type="image/svg+xml">
            <meta name="theme-color" content="#0d5c48">

            """
        let top: HTML = """
            <body>
            <a class="skip" href="#contenu">Aller au contenu</a>
            <header class="site-header">
            <div class="wrap">
            <a class="brand" href="\(Paths.home.link())"><img src="\(assets.url("img/logo.svg"))" alt="" width="36" height="36"><span>Emploi Allier \
            <small>Toutes les offres du département</small></span></a>
            <nav class="site-nav" aria-label="Menu principal">
            <ul>

            """
        self.top = Typography.apply(to: top.octets)
        bottom = Typography.apply(to: Self.bottom.octets)
    }

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
    func page(_ about: Head, _ content: HTML, account: Account? = nil) -> [UInt8] {
        let head: HTML = """
            <!DOCTYPE html>
            <html lang="fr">
            <head>
            <meta charset="utf-8">
            <title>\(about.title) – Emploi Allier</title>
            <meta name="viewport" content="width=device-width, initial-scale=1">
            \(about.summary.map { "<meta name=\"description\" content=\"\($0)\">\n" } as HTML?)\
            \(if: !about.isIndexed, "<meta name=\"robots\" content=\"noindex\">\n")\
            \(about.canonical.map { "<link rel=\"canonical\" href=\"\(settings.baseURL)\($0)\">\n" } as HTML?)\
            \(links)\(each: about.alternates, { "<link rel=\"alternate\" type=\"\($0.type)\" title=\"\($0.title)\" href=\"\($0.link)\">\n" })\
            \(each: about.scripts, { "<script src=\"\(assets.url($0))\" type=\"module\"></script>\n" })\
            \(about.structuredData)</head>
            """
        let menu: HTML = "\(each: MenuEntry.allCases, { menuItem($0, isCurrent: $0 == about.section, account) })"
        var page: [UInt8] = []
        page.reserveCapacity(
            head.octets.count + top.count + menu.octets.count + content.octets.count * 17 / 16 + bottom.count + 512)
        page += head.octets
        page += top
        Typography.append(menu.octets, to: &page)
        page += aboveContent.octets
        Typography.append(content.octets, to: &page)
        page += bottom
        return page
    }

    private func menuItem(_ entry: MenuEntry, isCurrent: Bool, _ account: Account?) -> HTML {
        if entry == .posting, account?.isAgent ?? false { return HTML() }
        var (label, link) = (entry.label, entry.link)
        if entry == .ownSpace, let account { (label, link) = ("Mon espace", Paths.home(of: account)) }
        return "<li><a href=\"\(link)\"\(if: isCurrent, " aria-current=\"true\"")>\(label)</a></li>\n"
    }

    private static var bottom: HTML {
        """

        </main>
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
        </body>
        </html>

        """
    }
}
