import Recruitment
import Testing

@Suite struct CIEDMeterTests {
    private let meter = CIEDMeter()
    private let today = LegalLintTests.today

    private func lines(_ facts: CIEDMeter.Facts) -> [String] { meter.result(for: facts, on: today).lines }

    @Test func `a permanent contract of 26 hours may be aided`() {
        guard case .possible(let scheme) = meter.result(for: .init(contract: .permanent, weeklyHours: 26), on: today)
        else {
            Issue.record("not possible")
            return
        }
        #expect(scheme.amount == 10_000)
        #expect(
            lines(.init(contract: .permanent, weeklyHours: 26)).first?.hasPrefix(
                "Aide possible\u{A0}: 10\u{A0}000\u{A0}€") == true)
    }

    @Test func `the exact number of hours missing is told, with no-break spaces`() {
        #expect(
            lines(.init(contract: .permanent, weeklyHours: 24)) == ["24\u{A0}h\u{A0}: il manque 2\u{A0}h par semaine."])
        #expect(
            lines(.init(contract: .permanent, weeklyHours: 25.5)) == [
                "25,5\u{A0}h\u{A0}: il manque 0,5\u{A0}h par semaine."
            ])
    }

    @Test func `every missing condition is told, in the form's order`() {
        let result = meter.result(
            for: .init(contract: .fixedTerm, durationInMonths: 6, weeklyHours: 20, activity: NAFCode("84.11Z")),
            on: today)
        guard case .missing(let conditions, _) = result else {
            Issue.record("nothing missing")
            return
        }
        #expect(conditions.count == 3)
        #expect(
            result.lines == [
                "CDD de 6\u{A0}mois\u{A0}: il manque 6\u{A0}mois.", "20\u{A0}h\u{A0}: il manque 6\u{A0}h par semaine.",
                "Employeur hors du secteur marchand.",
            ])
    }

    @Test func `full time is 35 hours, and what is unknown is asked for`() {
        #expect(lines(.init(contract: .permanent, workingTime: .fullTime)).count == 2)
        #expect(
            lines(.init()) == [
                "Type de contrat non indiqué\u{A0}: l’aide demande un CDI ou un CDD.",
                "Nombre d’heures par semaine non indiqué.",
            ])
        #expect(lines(.init(contract: .fixedTerm, weeklyHours: 35)) == ["Durée du CDD non indiquée."])
        #expect(
            lines(.init(contract: .temporary, weeklyHours: 35)) == ["Intérim\u{A0}: l’aide demande un CDI ou un CDD."])
    }

    @Test func `the scheme is that of the day`() throws {
        let facts = CIEDMeter.Facts(contract: .permanent, weeklyHours: 30)
        let early = try #require(CalendarDay("2019-06-01"))
        #expect(meter.result(for: facts, on: early).lines.first?.contains("5\u{A0}000") == true)
        #expect(meter.result(for: facts, on: try #require(CalendarDay("2018-12-31"))) == .noScheme)
        let strict = CIEDMeter(
            schemes: CIEDScheme.known + [CIEDScheme(from: today, amount: 8_000, minimumWeeklyHours: 31)])
        #expect(strict.result(for: facts, on: today).lines == ["30\u{A0}h\u{A0}: il manque 1\u{A0}h par semaine."])
    }
}
