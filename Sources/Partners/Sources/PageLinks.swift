/// Addresses that a list page or a sitemap leads to. Not a reader of HTML: whatever stands in an `href` or a `loc` counts.
struct PageLinks {
    /// Absolute, without fragments, on the host of `base`, each once, in their order.
    let addresses: [String]
    /// Whether the document is a list of sitemaps.
    let isIndex: Bool

    init(in text: String, base: String, most: Int) {
        isIndex = text.contains("<sitemapindex")
        let isSitemap = isIndex || text.contains("<urlset")
        let found = isSitemap ? Self.between("<loc>", "</loc>", text) : Self.attributes(text)
        var seen: Set<String> = []
        var addresses: [String] = []
        for link in found {
            guard addresses.count < most else { break }
            guard let address = Self.resolve(Self.unescaped(link), base), seen.insert(address).inserted,
                address != base
            else { continue }
            addresses.append(address)
        }
        self.addresses = addresses
    }

    private static func between(_ start: String, _ end: String, _ text: String) -> [Substring] {
        var links: [Substring] = []
        var rest = text[...]
        while let open = rest.firstRange(of: start), let close = rest[open.upperBound...].firstRange(of: end) {
            links.append(rest[open.upperBound..<close.lowerBound])
            rest = rest[close.upperBound...]
        }
        return links
    }

    private static func attributes(_ text: String) -> [Substring] {
        between("href=\"", "\"", text) + between("href='", "'", text)
    }

    private static func unescaped(_ text: Substring) -> String {
        let trimmed = text.split(whereSeparator: \.isWhitespace).first.map(String.init) ?? ""
        return String(trimmed.prefix { $0 != "#" }).replacing("&amp;", with: "&")
    }

    /// RFC 3986, 5.2, for the forms that lists have. nil for another host or scheme.
    static func resolve(_ link: String, _ base: String) -> String? {
        guard let scheme = base.firstRange(of: "://"), !link.isEmpty else { return nil }
        let hostEnd = base[scheme.upperBound...].firstIndex { "/?#".contains($0) } ?? base.endIndex
        let site = base[..<hostEnd]
        if link.hasPrefix("//") { return resolve(base[..<scheme.lowerBound] + ":" + link, base) }
        if link.hasPrefix("http://") || link.hasPrefix("https://") {
            let rest = link.dropFirst(site.count)
            return link.lowercased().hasPrefix(site.lowercased()) && (rest.isEmpty || "/?".contains(rest.first ?? " "))
                ? link : nil
        }
        if link.hasPrefix("/") { return site + link }
        // Another scheme: mailto:, javascript:, tel:.
        if let colon = link.firstIndex(of: ":"), !link[..<colon].contains("/") { return nil }
        let path = base[hostEnd...].prefix { $0 != "?" && $0 != "#" }
        let folder = path.lastIndex(of: "/").map { path[...$0] } ?? "/"
        return site + folder + link
    }
}
