import Recruitment
import Testing

@Suite struct OfferRevisionTests {
    private func offer() throws -> Offer {
        let identity = try #require(OfferIdentity(source: .ownSite, sourceID: "1"))
        return Offer(
            identity: identity, title: "Serveur / Serveuse", description: "Service en salle.\n\nÉquipe de six.",
            workplace: Workplace(precision: .country, label: "France"), contract: .permanent, weeklyHours: 35,
            salary: Salary(minimum: 1_300, maximum: 1_400, period: .hour), publishedAt: Instant(secondsSinceEpoch: 0))
    }

    private func revision(_ change: (inout Offer) -> Void) throws -> OfferRevision {
        let old = try offer()
        var new = old
        change(&new)
        return OfferRevision(from: old, to: new)
    }

    @Test func `accents and line ends may be corrected without a new reading, words may not`() throws {
        let spelling = try revision { $0.description = "Service en salle !\nEquipe de six" }
        #expect(spelling.changed == [.description] && !spelling.isMaterial)
        #expect(try revision { $0.description += " Frais de dossier : 50 €" }.isMaterial)
        #expect(try revision { $0.description = "Équipe de six. Service en salle." }.isMaterial)
    }

    @Test func `more pay is minor, less pay or another period is material`() throws {
        #expect(try !revision { $0.salary = Salary(minimum: 1_350, maximum: 1_400, period: .hour) }.isMaterial)
        #expect(try revision { $0.salary = Salary(minimum: 1_300, maximum: nil, period: .hour) }.material == [.pay])
        #expect(try revision { $0.salary = Salary(minimum: 190_000, maximum: nil, period: .month) }.isMaterial)
        #expect(try revision { $0.salary = Salary(minimum: 1_250, maximum: 1_400, period: .hour) }.material == [.pay])
        #expect(try revision { $0.salary = nil }.isMaterial)
    }

    @Test func `contract, place, employer and means of applying are read again`() throws {
        #expect(try revision { $0.contract = .fixedTerm }.material == [.contract])
        #expect(try revision { $0.weeklyHours = 24 }.material == [.hours])
        #expect(try revision { $0.employer = "Autre" }.material == [.employer])
        #expect(try revision { $0.application.phone = "06" }.material == [.application])
        #expect(try revision { $0.licences = [.b] }.material == [.requirements])
    }

    @Test func `posts and deadline are minor, and no change is none`() throws {
        let revision = try revision {
            $0.positions = 3
            $0.deadline = $0.deadline.adding(days: 3)
        }
        #expect(revision.changed == [.positions, .deadline] && !revision.isMaterial)
        #expect(try self.revision { _ in }.changed.isEmpty)
    }
}
