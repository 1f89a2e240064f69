import HTML
import HTTP1
import HTTPTypes
import Recruitment
import Storage
import Web

extension Visit {
    /// Counts someone who goes to apply, and sends him on to the employer's page.
    func apply(_ id: OfferID) throws -> Response {
        let posted = try openOffer(id)
        guard let url = posted.offer.application.url.flatMap({ SafeURL($0) }) else { throw PageError.notFound }
        noteApplication(to: posted)
        var response = Response.seeOther(url.description)
        response.fields[.xRobotsTag] = "noindex, nofollow"
        response.keepPrivate()
        return response
    }

    /// Counts someone who pressed a telephone number, where scripts run.
    func noteCall(_ id: OfferID) throws -> Response {
        noteApplication(to: try openOffer(id))
        return Response(status: .noContent, fields: [.cacheControl: CacheControl.noStore.fieldValue])
    }

    private func noteApplication(to posted: PostedOffer) {
        guard posted.offer.isCounted, isByReader, site.guards.counts(request, at: now) else { return }
        board.offerTally.note(.application, of: [posted.id], on: today)
    }

    /// The address to apply to, for who asks for it by a button: programs that collect addresses press none, and who calls
    /// himself a robot is refused.
    func applyByMail(_ id: OfferID) throws -> Response {
        let posted = try openOffer(id)
        let addresses = posted.offer.applicationAddresses
        guard !addresses.isEmpty else { throw PageError.notFound }
        guard session != nil || isByReader else { throw PageError.forbidden }
        try site.guards.allowAddress(request, at: now)
        noteApplication(to: posted)
        var response = page(
            Layout.Head(title: "Postuler par courriel : \(posted.offer.title)", isIndexed: false, section: .offers),
            fields: [.xRobotsTag: "noindex, nofollow"], MailApplicationPage(posted: posted, addresses: addresses).html)
        response.keepPrivate()
        return response
    }
}
