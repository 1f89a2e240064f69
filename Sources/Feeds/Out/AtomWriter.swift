public import Recruitment

/// Atom 1.0 (RFC 4287).
public struct AtomWriter: OfferWriter {
    public let mediaType = "application/atom+xml; charset=utf-8"
    private let publication: FeedPublication

    public init(_ publication: FeedPublication) { self.publication = publication }

    public func head() -> [UInt8] {
        var xml = XMLOutput()
        xml.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
        xml.raw(
            "<feed xmlns=\"http://www.w3.org/2005/Atom\" xmlns:georss=\"http://www.georss.org/georss\" xml:lang=\"fr\">\n"
        )
        xml.element("id", publication.address)
        xml.element("title", publication.title)
        xml.element("subtitle", publication.summary)
        xml.element("updated", publication.updated.description)
        xml.empty("link", [("rel", "self"), ("type", "application/atom+xml"), ("href", publication.address)])
        xml.empty("link", [("rel", "alternate"), ("type", "text/html"), ("href", publication.page)])
        xml.raw("<author>")
        xml.element("name", publication.title)
        xml.raw("</author>\n")
        return xml.octets
    }

    public func entry(_ posted: PostedOffer) -> [UInt8] {
        let offer = posted.offer
        let page = publication.offerPage(posted)
        var xml = XMLOutput()
        xml.raw("<entry>\n")
        xml.element("id", page)
        xml.element("title", "\(offer.title) – \(offer.workplace.label)")
        xml.element("published", offer.publishedAt.description)
        xml.element("updated", max(offer.updatedAt, posted.changedAt).description)
        xml.empty("link", [("rel", "alternate"), ("type", "text/html"), ("href", page)])
        if let employer = offer.employer {
            xml.raw("<author>")
            xml.element("name", employer)
            xml.raw("</author>\n")
        }
        xml.empty("category", [("term", offer.contract.rawValue), ("label", offer.contract.label)])
        xml.element("summary", OfferMarkup.summary(offer))
        xml.element("content", OfferMarkup.html(offer.description), attributes: [("type", "html")])
        if let point = offer.workplace.coordinate {
            xml.element("georss:point", "\(point.latitude) \(point.longitude)")
        }
        xml.raw("</entry>\n")
        return xml.octets
    }

    public func foot() -> [UInt8] { Array("</feed>\n".utf8) }
}
