import Recruitment
import Testing

@Suite struct ModerationTests {
    @Test func `a decision has a reason, and a note of bounded length`() {
        #expect(ModerationDecision(reasons: []) == nil)
        #expect(ModerationDecision(reasons: [.fraud], note: String(repeating: "é", count: 2_000)) != nil)
        #expect(ModerationDecision(reasons: [.fraud], note: String(repeating: "é", count: 2_001)) == nil)
        #expect(ModerationDecision(reasons: [.fraud, .sex])?.reasons == [.sex, .fraud])
    }

    @Test func `the employer is told the measure, each ground, that a person decided and how to contest`() throws {
        let decision = try #require(ModerationDecision(reasons: [.upperAge, .duplicate], note: "Voir la ligne 3."))
        let redress = StatementOfReasons.Redress(
            email: "offres@allier.example", postalAddress: "1 avenue Victor-Hugo, Moulins")
        let day = try #require(CalendarDay("2026-12-01"))
        let statement = StatementOfReasons(
            .refusal, of: "Vendeur H/F", by: decision, on: day, origin: .reading, redress: redress)
        let text = statement.paragraphs.joined(separator: "\n")
        for part in [
            "«\u{A0}Vendeur H/F\u{A0}» n’est pas publiée", "1er\u{A0}décembre\u{A0}2026", "art. L5331-2",
            "Conditions d’utilisation du site", "Voir la ligne 3.", "prise par une personne", "offres@allier.example",
            "tribunal administratif de Clermont-Ferrand",
        ] {
            #expect(text.contains(part), "\(part)")
        }
    }

    @Test func `a decision that no person took says so`() throws {
        let decision = try #require(ModerationDecision(reasons: [.establishmentClosed]))
        let statement = StatementOfReasons(
            .suspension, of: "Vendeur H/F", by: decision, on: CalendarDay(daysSinceEpoch: 20_781), origin: .register,
            redress: StatementOfReasons.Redress(email: "a@b.example", postalAddress: "Moulins"))
        let text = statement.paragraphs.joined(separator: "\n")
        #expect(text.contains("Cette décision est automatique"))
        #expect(!text.contains("prise par une personne"))
        #expect(text.contains("Vous n’êtes pas d’accord"))
    }

    @Test func `every blocking rule gives a moderation reason`() {
        for rule in LegalRules.all where rule.severity == .blocking {
            #expect(ModerationReason(rule: rule) != nil)
        }
        let age = LegalRules.all.first { $0.code == "age-maximal" }
        #expect(age.flatMap(ModerationReason.init) == .upperAge)
        let title = LegalRules.all.first { $0.code == "sexe-intitule-masculin" }
        #expect(title.flatMap(ModerationReason.init) == nil)
    }
}
