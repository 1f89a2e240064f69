import Recruitment
import Testing

@testable import Site

@Suite struct WordingTests {
    private func offer(_ change: (inout Offer) -> Void) throws -> OfferWording {
        let identity = try #require(OfferIdentity(source: .ownSite, sourceID: "1"))
        var offer = Offer(
            identity: identity, title: "Boulanger", description: "",
            workplace: Workplace(precision: .departement, label: "Allier"),
            contract: .fixedTerm, publishedAt: Instant("2026-11-24T11:00:00Z")!)
        change(&offer)
        return OfferWording(offer: offer)
    }

    @Test func `a title begins with a capital and does not shout`() throws {
        #expect(try offer { $0.title = "agent d'entretien h/f" }.title == "Agent d'entretien h/f")
        #expect(try offer { $0.title = "ÉBOUEUR H/F" }.title == "Éboueur h/f")
        #expect(try offer { $0.title = "IDE" }.title == "IDE")
    }

    @Test func `a history says a status in words and leaves other words alone`() {
        #expect(PostingWording.value("publiee") == "En ligne")
        #expect(PostingWording.value("a_corriger ; le salaire ; manque") == "À corriger ; le salaire ; manque")
        #expect(PostingWording.value("Boulanger") == "Boulanger")
        #expect(PostingWording.value("") == "")
    }

    @Test func `a contract tells how long it lasts`() throws {
        #expect(try offer { $0.durationInMonths = 6 }.contract == "CDD de 6\u{A0}mois")
        #expect(try offer { $0.durationInMonths = 0.5 }.contract == "CDD de 2\u{A0}semaines")
        #expect(try offer { $0.durationInMonths = 1.5 }.contract == "CDD de 1,5\u{A0}mois")
        #expect(try offer { _ in }.contract == "CDD")
    }

    @Test func `pay is said in words, and by the month where hours are known`() throws {
        let hourly = try offer {
            $0.salary = Salary(minimum: 1_233, maximum: 1_237, period: .hour)
            $0.weeklyHours = 37.5
        }
        #expect(hourly.pay == "12,33 à 12,37\u{A0}€ brut de l’heure")
        #expect(hourly.monthlyPay == "soit environ 2\u{202F}000\u{A0}€ brut par mois")
        #expect(
            try offer { $0.salary = Salary(minimum: 182_303, maximum: nil, period: .month) }.pay
                == "1\u{202F}823,03\u{A0}€ brut par mois")
    }
}
