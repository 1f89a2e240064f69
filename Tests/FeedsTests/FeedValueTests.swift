import Recruitment
import Testing

@testable import Feeds

@Suite struct FeedValueTests {
    @Test(arguments: [
        ("Mon, 23 Nov 2026 08:00:00 GMT", "2026-11-23T08:00:00Z"), ("23 Nov 2026 08:00 +0100", "2026-11-23T07:00:00Z"),
        ("Mon, 23 Nov 26 08:00:00 EST", "2026-11-23T13:00:00Z"),
        ("2026-11-23T08:00:00.123+01:00", "2026-11-23T07:00:00Z"),
        ("2026-11-23T08:00Z", "2026-11-23T08:00:00Z"), ("2026-11-23 08:00:00 UTC", "2026-11-23T08:00:00Z"),
        ("2026-11-23T08:00:00", "2026-11-23T07:00:00Z"), ("2026-07-14", "2026-07-13T22:00:00Z"),
        ("14/07/2026", "2026-07-13T22:00:00Z"), ("14-07-2026 10:30", "2026-07-14T08:30:00Z"),
        ("14.07.2026", "2026-07-13T22:00:00Z"), ("20260714", "2026-07-13T22:00:00Z"),
        ("14 juillet 2026", "2026-07-13T22:00:00Z"), ("1 août 2026", "2026-07-31T22:00:00Z"),
        ("12 février 2026", "2026-02-11T23:00:00Z"), ("9 juin 2026", "2026-06-08T22:00:00Z"),
    ])
    func `a date is read as feeds write it`(text: String, instant: String) {
        #expect(FeedDate(text)?.instant.description == instant)
    }

    @Test(arguments: [
        "", "hier", "31/02/2026", "2026-13-01", "2026-11-23T25:00:00Z", "1/1/0001", "23 Brumaire 2026", "1.5", "2026",
        "2026-11-23T08:00:00+99:00", "::", "T", "--", String(repeating: "1", count: 100),
    ])
    func `what is no date is none`(text: String) { #expect(FeedDate(text) == nil) }

    @Test(arguments: [
        ("12,10 € - 12,60 € par heure", "1210-1260 horaire"), ("13 - 15 EUR / heure", "1300-1500 horaire"),
        ("1 900 € par mois", "190000 mensuel"), ("De 1.950,50 à 2.100 euros mensuel", "195050-210000 mensuel"),
        ("25 - 30 K€ brut/an", "2500000-3000000 annuel"), ("30K€", "3000000 annuel"),
        ("24 000 € à 26 000 € par an sur 13 mois", "2400000-2600000 annuel"), ("2 200 €", "220000 mensuel"),
        ("1823,03 € brut mensuel", "182303 mensuel"), ("12.02 €/h", "1202 horaire"), ("12.5 EUR", "1250 horaire"),
        ("28000", "2800000 annuel"), ("11,88 € par an", "1188 horaire"),
        ("1 900 € par mois sur 12 mois", "190000 mensuel"),
    ])
    func `pay is read from words`(text: String, pay: String) {
        let salary = FeedSalary(words: text)?.salary
        let shown = salary.map { "\($0.minimum)\($0.maximum.map { "-\($0)" } ?? "") \($0.period.rawValue)" }
        #expect(shown == pay)
    }

    @Test(arguments: [
        "", "A négocier", "selon profil", "SMIC + 13e mois, 35 h, 2 primes", "0 €", "1 € par an", "99999999999 €",
        "80 € par jour",
    ])
    func `what is no pay is none`(text: String) { #expect(FeedSalary(words: text) == nil) }

    @Test(arguments: [
        ("CDI", "CDI"), ("cdi", "CDI"), ("Contrat à durée indéterminée", "CDI"), ("CDI intérimaire", "DIN"),
        ("CDD de 6 mois", "CDD"),
        ("Travail temporaire", "MIS"), ("FULL_TIME", nil), ("TEMPORARY", "CDD"), ("Alternance", "APP"),
        ("apprenticeship", "APP"),
        ("Contrat de professionnalisation", "PRO"), ("Saisonnier", "SAI"), ("CDD d'insertion", "DDI"),
        ("Freelance", "LIB"),
        ("Intérim", "MIS"), ("MIS", "MIS"), ("", nil), ("autre", nil),
    ])
    func `a contract is read from words`(text: String, code: String?) {
        let expected = code.flatMap(ContractType.init(rawValue:)).map { FeedWords.Contract.known($0) }
        #expect(FeedWords.contract(text) == expected)
    }

    @Test func `a text that speaks of two contracts names none`() {
        #expect(FeedWords.onlyContract(in: "CDD de 6 mois pouvant mener à un CDI") == nil)
        #expect(FeedWords.onlyContract(in: "Nous proposons un CDI à Moulins") == .permanent)
    }

    @Test(
        arguments: [
            ("83126 LA SEYNE SUR MER", "LA SEYNE SUR MER", "83126", nil),
            ("Puteaux, Hauts-de-Seine", "Puteaux", nil, "Hauts-de-Seine"),
            ("Moulins (03)", "Moulins", nil, "03"), ("Moulins (03000)", "Moulins", "03000", nil),
            ("03 - MONTLUCON", "MONTLUCON", nil, "03"),
            ("Vichy Cedex 2", "Vichy", nil, nil), ("", nil, nil, nil),
        ] as [(String, String?, String?, String?)])
    func `a town is read with what stands round it`(
        text: String, name: String?, postcode: String?, departement: String?
    ) {
        let city = FeedCity(text)
        #expect(city.name == name && city.postcode?.description == postcode && city.departement == departement)
    }

    @Test(
        arguments: [("35 h par semaine", 35), ("24,5h", 24.5), ("35", 35), ("1607 h par an", nil), ("", nil)]
            as [(String, Double?)])
    func `hours a week are read`(text: String, hours: Double?) { #expect(FeedWords.weeklyHours(text) == hours) }

    @Test(
        arguments: [
            ("6 mois", nil, 6), ("3", "Mois", 3), ("15 jours", nil, 0.5), ("1 an", nil, 12), ("2", "MONTH", 2),
            ("8 semaines", nil, 2),
            ("", nil, nil), ("longtemps", nil, nil),
        ] as [(String, String?, Double?)])
    func `a duration is read in months`(text: String, unit: String?, months: Double?) {
        #expect(FeedWords.months(text, unit: unit) == months)
    }
}
