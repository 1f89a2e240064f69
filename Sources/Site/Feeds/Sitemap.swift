import HTTP1
import Recruitment
import Storage
import Web

/// What search engines should know (sitemaps.org, protocol 0.9), with the truth on when each page last changed: one file while it
/// holds everything, an index of files beyond.
struct Sitemap {
    static let path = Path("/sitemap.xml")
    static let part = Path("/sitemaps/{numero}.xml", Int.self)

    static let routes: [Route<Access, Endpoint>] = [
        .get(path, access: .everyone) { Endpoint { visit in try visit.sitemap() } },
        .get(part, access: .everyone) { number in Endpoint { visit in try visit.sitemap(part: number) } },
    ]

    /// The protocol allows 50,000 addresses a file.
    static let offersInFile = 49_000

    typealias Change = (id: OfferID, changedAt: Instant)

    let settings: SiteSettings
    let changes: [Change]
    var offersInFile = Self.offersInFile

    /// The whole in one file; nil if it does not fit.
    var single: [UInt8]? { changes.count <= offersInFile ? file(changes[...], pages: Self.pages) : nil }

    /// The index of the files.
    var index: [UInt8] {
        var markup = "<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
        for (number, part) in parts.sorted(by: { $0.key < $1.key }) {
            let last = part.map(\.changedAt).max().map { "<lastmod>\($0)</lastmod>" } ?? ""
            markup += "<sitemap><loc>\(settings.baseURL)\(Self.part.link(number))</loc>\(last)</sitemap>\n"
        }
        return Array((Self.declaration + markup + "</sitemapindex>\n").utf8)
    }

    /// The file of that number; nil if the index has none.
    func part(_ number: Int) -> [UInt8]? {
        parts[number].map { file($0, pages: number == parts.keys.min() ? Self.pages : []) }
    }

    /// By their numbers, so that an offer stays in its file and old files stop changing.
    private var parts: [Int: ArraySlice<Change>] {
        var parts: [Int: ArraySlice<Change>] = [:]
        var start = 0
        while start < changes.count {
            let number = Int(changes[start].id.number) / offersInFile + 1
            var end = start
            while end < changes.count, Int(changes[end].id.number) / offersInFile + 1 == number { end += 1 }
            parts[number] = changes[start..<end]
            start = end
        }
        return parts
    }

    private static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

    private static let pages = [
        Paths.home.link(), Paths.offers.link(), Paths.howItWorks.link(), API.documentation.link(),
        Paths.legalNotice.link(),
    ]

    private func file(_ changes: ArraySlice<Change>, pages: [String]) -> [UInt8] {
        var markup: [UInt8] = Array(
            (Self.declaration + "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n").utf8)
        for path in pages { markup += "<url><loc>\(settings.baseURL)\(path)</loc></url>\n".utf8 }
        for (id, changedAt) in changes {
            markup += "<url><loc>\(settings.page(of: id))</loc><lastmod>\(changedAt)</lastmod></url>\n".utf8
        }
        markup += "</urlset>\n".utf8
        return markup
    }
}

extension Visit {
    func sitemap() throws -> Response {
        let sitemap = try wholeSitemap()
        return answer(Representation(sitemap.single ?? sitemap.index, .xml, cacheControl: .revalidate))
    }

    func sitemap(part number: Int) throws -> Response {
        guard let file = try wholeSitemap().part(number) else { throw PageError.notFound }
        return answer(Representation(file, .xml, cacheControl: .revalidate))
    }

    private func wholeSitemap() throws -> Sitemap {
        Sitemap(settings: site.settings, changes: try board.openChanges(on: today, worker: worker))
    }
}
