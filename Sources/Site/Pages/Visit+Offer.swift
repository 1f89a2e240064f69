import Feeds
import HTML
import HTTP1
import HTTPTypes
import Recruitment
import Storage
import Web

extension Visit {
    private static let similarOffers = 4

    func offer(_ id: OfferID) throws -> Response {
        guard let posted = try board.offer(id, worker: worker), posted.status.hasBeenPublic else {
            throw PageError.notFound
        }
        let status = posted.effectiveStatus(on: today)
        guard status == .published else { throw status == .moderated ? PageError.removed : PageError.gone(posted) }
        let offerPage = try offerPage(posted)
        var response = page(
            Layout.Head(
                title: offerPage.title, summary: offerPage.summary, canonical: Paths.offer.link(OfferCode(id)),
                section: .offers,
                alternates: [
                    .init(
                        type: "application/json", title: "Cette offre en JSON",
                        link: Paths.offerJSON.link(OfferCode(id)))
                ],
                structuredData: posted.offer.mayBePassedOn ? structuredData(posted) : nil,
                scripts: posted.offer.isCounted && posted.offer.application.phone != nil ? ["js/call.js"] : []),
            fields: [.lastModified: HTTPDate(seconds: Int(posted.changedAt.secondsSinceEpoch)).description],
            offerPage.open)
        if posted.offer.isCounted { note(.view, of: [id], in: &response) }
        return response
    }

    /// For search engines that show offers themselves.
    private func structuredData(_ posted: PostedOffer) -> HTML {
        JobPosting(
            posted: posted, baseURL: site.settings.baseURL, departementName: board.reference.departementName
        ).html
    }

    /// The page of an offer that was public and is closed.
    func closedOffer(_ posted: PostedOffer) throws -> Response {
        let offerPage = try offerPage(posted)
        return page(
            Layout.Head(title: "Offre close : \(offerPage.title)", isIndexed: false), status: .gone,
            fields: [.xRobotsTag: "noindex"], offerPage.closed(status: posted.effectiveStatus(on: today)))
    }

    private func offerPage(_ posted: PostedOffer) throws -> OfferPage {
        let copies = try read { stores throws(StorageError) in try stores.jobs.copies(of: posted.id) }
        return OfferPage(
            posted: posted, today: today,
            occupationLabel: posted.offer.occupation.flatMap { board.reference.occupation($0)?.label },
            sourceLabel: SourceLabel.text(posted.offer.identity.source),
            similar: try board.similar(to: posted, limit: Self.similarOffers, today: today, worker: worker),
            copies: copies.filter { $0.isOpen(on: today) })
    }
}
