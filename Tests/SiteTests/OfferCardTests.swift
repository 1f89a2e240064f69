import HTML
import Recruitment
import Testing

@testable import Site

@Suite struct OfferCardTests {
    private func card(_ title: String, words: [(octets: Range<Int>, stem: [UInt8])]) throws -> OfferCard {
        let id = try #require(OfferID(number: 7))
        let offer = OfferSummary(
            source: .ownSite, title: title, place: "Moulins", postcode: Postcode("03000"), contract: .fixedTerm,
            durationInMonths: 6, workingTime: .partTime, weeklyHours: 26,
            salary: Salary(minimum: 1_233, maximum: 1_237, period: .hour), employer: "L'Étoile & fils",
            experience: .beginnerAccepted, licences: [.b], positions: 2, publishedAt: TestSite.now,
            deadline: TestSite.today.adding(days: 3))
        return OfferCard(id, offer, today: TestSite.today) { _ in words }
    }

    @Test func `the words searched are marked, whatever stands between them`() throws {
        let card = try card(
            "Agent <b> d'été",
            words: [(octets: 0..<5, stem: [1]), (octets: 7..<8, stem: [2]), (octets: 12..<17, stem: [3])])
        let stems = OfferCard.stems([[1], [3]])
        #expect(
            card.html(.init(stems: stems)).description.contains(
                "<mark>Agent</mark> &lt;b&gt; d&#39;<mark>été</mark></a>"))
        #expect(!card.html().description.contains("<mark>"))
    }

    @Test func `words that are no parts of the title are left out`() throws {
        // The second begins inside a letter, the third before the first's end, the last ends beyond the title.
        let card = try card(
            "été",
            words: [
                (octets: 0..<2, stem: [1]), (octets: 1..<3, stem: [1]), (octets: 4..<5, stem: [1]),
                (octets: 3..<9, stem: [1]),
            ])
        #expect(card.html(.init(stems: OfferCard.stems([[1]]))).description.contains("><mark>É</mark>té</a>"))
    }

    @Test func `a card tells the place, the facts and the days left, and what differs from search to search`() throws {
        let html = try card("Agent", words: []).html(.init(distance: 12, otherSources: ["mairie"])).description
        #expect(
            html.contains(
                "<span class=\"where\">Moulins (03000)</span> <span class=\"hint\">à 12\u{A0}km</span> · L&#39;Étoile &amp; fils</p>"
            ))
        #expect(html.contains("<li>CDD de 6\u{A0}mois</li>\n<li>26\u{A0}h par semaine</li>\n"))
        #expect(
            html.contains(
                "<li class=\"pay\">12,33 à 12,37\u{A0}€ brut de l’heure</li>\n<li class=\"good\">Débutant accepté</li>\n<li>Permis B</li>\n"
            ))
        #expect(html.contains("Publiée aujourd’hui · <strong>plus que 3\u{A0}jours</strong> · aussi sur : mairie</p>"))
    }
}
