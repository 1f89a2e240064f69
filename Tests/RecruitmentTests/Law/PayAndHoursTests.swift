import Recruitment
import Testing

@Suite struct PayAndHoursTests {
    private func codes(_ change: (inout LintSubject) -> Void, on day: CalendarDay = LegalLintTests.today) -> [String] {
        var subject = LegalLintTests.subject()
        change(&subject)
        return LegalLintTests.lint.findings(in: subject, on: day).map(\.rule.code)
    }

    @Test func `the minimum wage is that of the day`() throws {
        let lastYear = try #require(CalendarDay("2025-12-31"))
        let pay = Salary(minimum: 1_190, maximum: nil, period: .hour)
        #expect(codes { $0.salary = pay } == ["smic"])
        #expect(codes({ $0.salary = pay }, on: lastYear).isEmpty)
        #expect(MinimumWage.known.rate(on: LegalLintTests.today)?.monthly() == 182_303)
        #expect(MinimumWage.known.rate(on: lastYear)?.monthly() == 180_180)
    }

    @Test func `monthly pay is compared for the hours worked, to the euro`() {
        #expect(codes { $0.salary = Salary(minimum: 182_300, maximum: nil, period: .month) }.isEmpty)
        #expect(codes { $0.salary = Salary(minimum: 182_203, maximum: nil, period: .month) } == ["smic"])
        #expect(codes { $0.salary = Salary(minimum: 182_204, maximum: nil, period: .month) }.isEmpty)
        #expect(
            codes {
                $0.weeklyHours = 28
                $0.salary = Salary(minimum: 145_900, maximum: nil, period: .month)
            }.isEmpty)
        #expect(
            codes {
                $0.weeklyHours = nil
                $0.workingTime = .partTime
                $0.salary = Salary(minimum: 60_000, maximum: nil, period: .month)
            }.isEmpty)
        #expect(codes { $0.salary = Salary(minimum: 2_100_000, maximum: nil, period: .year) } == ["smic"])
    }

    @Test func `the finding says the figures`() {
        var subject = LegalLintTests.subject()
        subject.salary = Salary(minimum: 950, maximum: nil, period: .hour)
        let finding = LegalLintTests.lint.findings(in: subject, on: LegalLintTests.today).first
        #expect(finding?.detail == "9,50\u{A0}€ pour un minimum de 12,02\u{A0}€")
        #expect(finding?.field == .pay)
    }

    @Test func `apprentices are paid by other tables`() {
        #expect(
            codes {
                $0.contract = .apprenticeship
                $0.salary = Salary(minimum: 90_000, maximum: nil, period: .month)
            }.isEmpty)
    }

    @Test func `hours and ranges out of bounds are told`() {
        #expect(codes { $0.weeklyHours = 49 } == ["duree-maximale"])
        #expect(codes { $0.weeklyHours = 48 }.isEmpty)
        #expect(codes { $0.weeklyHours = 20 } == ["temps-partiel"])
        #expect(codes { $0.weeklyHours = 24 }.isEmpty)
        #expect(codes { $0.salary = nil } == ["salaire-absent"])
        #expect(
            codes { $0.salary = Salary(minimum: 2_400_000, maximum: 4_000_000, period: .year) } == ["salaire-large"])
        #expect(codes { $0.salary = Salary(minimum: 3_500_000, maximum: 4_000_000, period: .year) }.isEmpty)
    }

    @Test func `an employer may be hidden, not unknown`() {
        #expect(codes { $0.texts[.employer] = " " } == ["employeur-inconnu"])
        #expect(
            codes {
                $0.texts[.employer] = nil
                $0.siret = SIRET("73282932000074")
            } == ["employeur-masque"])
    }

    @Test func `a setting adds rates`() throws {
        let day = try #require(CalendarDay("2026-06-01"))
        let table = try #require(MinimumWage("# décret\n2026-06-01 12,31\n2026-01-01 12,02 # janvier\n\n"))
        #expect(table.rate(on: day)?.hourly == 1_231)
        #expect(table.rate(on: day.adding(days: -1))?.hourly == 1_202)
        #expect(table.rate(on: try #require(CalendarDay("2025-01-01"))) == nil)
        for wrong in [
            "2026-06-01", "2026-06-01 12.31", "hier 12,31", "2026-06-01 12,3", "2026-01-01 1,00\n2026-01-01 2,00",
        ] {
            #expect(MinimumWage(wrong) == nil)
        }
    }
}
