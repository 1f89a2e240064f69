import Feeds
import Recruitment
import Search
import Web

/// A search's results as a JSON Feed 1.1 (jsonfeed.org/version/1.1), each item with our `_offre` extension. Offers that may not be
/// passed on are left out, so that a page may have fewer items than others.
struct JSONFeed {
    let settings: SiteSettings
    let search: OfferSearch
    let results: ResultsPage.Results
    /// Those found, in order.
    let offers: [PostedOffer]
    let title: String
    let today: CalendarDay

    var json: JSONText {
        JSONText.object(capacity: 4_096 + offers.count * 3_072) { feed in
            feed.member("version", "https://jsonfeed.org/version/1.1")
            feed.member("title", title)
            feed.member("home_page_url", settings.baseURL + search.link)
            feed.member("feed_url", settings.baseURL + link(page: search.page))
            feed.member("language", "fr")
            if search.page < results.lastPage {
                feed.member("next_url", settings.baseURL + link(page: search.page + 1))
            }
            feed.object("_emploi") { board in
                board.member("about", OfferJSON.about(settings))
                board.member("total", results.total)
                board.member("postes", results.positions)
                board.member("page", search.page)
                board.member("pages", results.lastPage)
                board.array("recherche_comprise") { concepts in
                    for concept in results.concepts { concepts.append(concept.label) }
                }
                board.array("remarques") { remarks in
                    for remark in results.remarks { remarks.append(remark.text) }
                }
            }
            feed.array("items") { items in
                let distances = Dictionary(
                    results.hits.map { ($0.id, $0.kilometres) }, uniquingKeysWith: { first, _ in first })
                for posted in offers where posted.offer.mayBePassedOn {
                    items.object { write(posted, distance: distances[posted.id] ?? nil, to: &$0) }
                }
            }
        }
    }

    private func write(_ posted: PostedOffer, distance: Double?, to item: inout JSONText.Object) {
        let wording = OfferWording(offer: posted.offer)
        let url = settings.baseURL + Paths.offer.link(OfferCode(posted.id))
        item.member("id", url)
        item.member("url", url)
        item.member("title", wording.title)
        let summary = [wording.place, wording.contract, wording.shortHours, wording.pay].compactMap { $0 }
            .joined(separator: ", ")
        if let external = posted.offer.application.url { item.member("external_url", external) }
        item.member("content_text", EmailMask.masked(posted.offer.description))
        item.member("summary", summary)
        item.member("date_published", posted.offer.publishedAt.description)
        item.member("date_modified", posted.changedAt.description)
        item.member("tags", [posted.offer.contract.label, posted.offer.workplace.label])
        item.object("_offre") { extra in
            extra.member("about", OfferJSON.about(settings))
            OfferJSON(settings: settings, posted: posted, today: today).write(to: &extra, distance: distance)
        }
    }

    private func link(page: Int) -> String {
        var search = search
        search.page = page
        return Paths.offersFeed.link(query: search.items)
    }
}
