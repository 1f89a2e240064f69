public import Recruitment

/// The XML that job engines take in the form Indeed gave it: every value in CDATA, only offers that are open.
public struct IndeedWriter: OfferWriter {
    public let mediaType = "application/xml; charset=utf-8"
    private let publication: FeedPublication
    /// Put into each address as `source`, so that the origin of a visit is known.
    private let tag: String?

    public init(_ publication: FeedPublication, tag: String? = nil) {
        self.publication = publication
        self.tag = tag
    }

    public func head() -> [UInt8] {
        var xml = XMLOutput()
        xml.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<source>\n")
        xml.element("publisher", publication.title)
        xml.element("publisherurl", publication.page)
        xml.element("lastBuildDate", InternetDate.text(publication.updated))
        return xml.octets
    }

    public func entry(_ posted: PostedOffer) -> [UInt8] {
        let offer = posted.offer
        let page = publication.offerPage(posted)
        var xml = XMLOutput()
        xml.raw("<job>\n")
        xml.cdata("title", offer.title)
        xml.cdata("date", InternetDate.text(offer.publishedAt))
        xml.cdata("referencenumber", posted.id.code)
        xml.cdata("url", tag.map { page + (page.contains("?") ? "&" : "?") + "source=\($0)" } ?? page)
        xml.cdata("company", offer.employer ?? "Employeur non communiqué")
        xml.cdata("city", offer.workplace.label)
        if offer.workplace.departement == "03" { xml.cdata("state", "Auvergne-Rhône-Alpes") }
        xml.cdata("country", "FR")
        if let postcode = offer.workplace.postcode { xml.cdata("postalcode", postcode.description) }
        xml.cdata("description", OfferMarkup.html(offer.description))
        if let pay = OfferMarkup.pay(offer) { xml.cdata("salary", pay) }
        xml.cdata("jobtype", jobType(offer))
        if let experience = offer.experience { xml.cdata("experience", experience.label) }
        if let training = offer.trainingLevel { xml.cdata("education", training.label) }
        if let appellation = offer.appellation { xml.cdata("category", appellation) }
        xml.cdata("expirationdate", InternetDate.text(ParisTime.start(of: offer.deadline.adding(days: 1))))
        if offer.telework { xml.cdata("remotetype", "Hybrid remote") }
        xml.raw("</job>\n")
        return xml.octets
    }

    public func foot() -> [UInt8] { Array("</source>\n".utf8) }

    private func jobType(_ offer: Offer) -> String {
        let time = offer.workingTime == .partTime ? "parttime" : "fulltime"
        let ends: Set<ContractType> = [
            .fixedTerm, .temporary, .seasonal, .insertionFixedTerm, .insertionTemporary, .springboard,
        ]
        return ends.contains(offer.contract) ? time + ", temporary" : time
    }
}
