import HTML

/// Links to the pages of a list.
struct Pagination {
    let search: OfferSearch
    let lastPage: Int

    var html: HTML? {
        guard lastPage > 1 else { return nil }
        let current = search.page
        var pages: [Int] = []
        for page in 1...lastPage where page == 1 || page == lastPage || abs(page - current) <= 1 { pages.append(page) }
        var items = HTML()
        if current > 1 { items += "<li><a href=\"\(link(current - 1))\" rel=\"prev\">Page précédente</a></li>\n" }
        var previous = 0
        for page in pages {
            if page > previous + 1 { items += "<li><span class=\"gap\" aria-hidden=\"true\">…</span></li>\n" }
            let name = French.number(page)
            items +=
                page == current
                ? "<li><span aria-current=\"page\"><span class=\"visually-hidden\">Page </span>\(name)</span></li>\n"
                : "<li><a href=\"\(link(page))\"><span class=\"visually-hidden\">Page </span>\(name)</a></li>\n"
            previous = page
        }
        if current < lastPage { items += "<li><a href=\"\(link(current + 1))\" rel=\"next\">Page suivante</a></li>\n" }
        return """
            <nav class="pagination" aria-label="Pages de résultats">
            <ul>
            \(items)</ul>
            </nav>
            """
    }

    private func link(_ page: Int) -> String {
        var search = search
        search.page = page
        return search.link
    }
}
