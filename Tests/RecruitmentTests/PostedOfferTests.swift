import Recruitment
import Testing

@Suite struct PostedOfferTests {
    private func posted(_ status: OfferStatus, deadline: String?) throws -> PostedOffer {
        let identity = try #require(OfferIdentity(source: .ownSite, sourceID: "1"))
        let published = try #require(Instant("2026-11-01T08:00:00Z"))
        let offer = Offer(
            identity: identity, title: "Boulanger", description: "Pain",
            workplace: Workplace(precision: .departement, label: "Allier"),
            contract: .permanent, publishedAt: published, deadline: deadline.flatMap { CalendarDay($0) })
        return PostedOffer(
            id: try #require(OfferID(number: 1)), offer: offer, status: status, receivedAt: published,
            changedAt: published)
    }

    @Test func `an offer is open up to and including its deadline`() throws {
        let offer = try posted(.published, deadline: "2026-11-24")
        #expect(offer.isOpen(on: try #require(CalendarDay("2026-11-24"))))
        #expect(!offer.isOpen(on: try #require(CalendarDay("2026-11-25"))))
        #expect(offer.effectiveStatus(on: try #require(CalendarDay("2026-11-25"))) == .expired)
    }

    @Test(arguments: OfferStatus.allCases.filter { $0 != .published })
    func `no other status is open`(status: OfferStatus) throws {
        #expect(try !posted(status, deadline: "2030-01-01").isOpen(on: try #require(CalendarDay("2026-11-24"))))
    }

    @Test func `an offer without a deadline gets sixty days`() throws {
        #expect(try posted(.published, deadline: nil).offer.deadline == CalendarDay("2026-12-31"))
    }
}
