public import Recruitment

/// RSS 2.0 (RSS Advisory Board, 2.0.11), with the offer's text as HTML and its place as georss.
public struct RSSWriter: OfferWriter {
    public let mediaType = "application/rss+xml; charset=utf-8"
    private let publication: FeedPublication

    public init(_ publication: FeedPublication) { self.publication = publication }

    public func head() -> [UInt8] {
        var xml = XMLOutput()
        xml.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\"")
        xml.raw(
            " xmlns:atom=\"http://www.w3.org/2005/Atom\" xmlns:georss=\"http://www.georss.org/georss\">\n<channel>\n")
        xml.element("title", publication.title)
        xml.element("link", publication.page)
        xml.element("description", publication.summary)
        xml.element("language", "fr")
        xml.element("lastBuildDate", InternetDate.text(publication.updated))
        xml.empty(
            "atom:link", [("href", publication.address), ("rel", "self"), ("type", "application/rss+xml")])
        return xml.octets
    }

    public func entry(_ posted: PostedOffer) -> [UInt8] {
        let offer = posted.offer
        let page = publication.offerPage(posted)
        var xml = XMLOutput()
        xml.raw("<item>\n")
        xml.element("title", "\(offer.title) – \(offer.workplace.label)")
        xml.element("link", page)
        xml.element("guid", page, attributes: [("isPermaLink", "true")])
        xml.element("pubDate", InternetDate.text(offer.publishedAt))
        xml.element("category", offer.contract.label)
        xml.element("description", OfferMarkup.html(OfferMarkup.summary(offer)) + OfferMarkup.html(offer.description))
        if let point = offer.workplace.coordinate {
            xml.element("georss:point", "\(point.latitude) \(point.longitude)")
        }
        xml.raw("</item>\n")
        return xml.octets
    }

    public func foot() -> [UInt8] { Array("</channel>\n</rss>\n".utf8) }
}
