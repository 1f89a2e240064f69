import Recruitment
import Testing

@testable import Site

@Suite struct FrenchTests {
    @Test(arguments: [
        (0, "0"), (999, "999"), (1_000, "1\u{202F}000"), (1_234_567, "1\u{202F}234\u{202F}567"),
        (-1_500, "−1\u{202F}500"),
    ])
    func `numbers are grouped by three with narrow spaces`(value: Int, text: String) {
        #expect(French.number(value) == text)
    }

    @Test(
        arguments: [(35, "35"), (37.5, "37,5"), (24.25, "24,25"), (0.05, "0,05"), (39.999, "40"), (.nan, "–")]
            as [(Double, String)])
    func `decimals have a comma and at most two digits`(value: Double, text: String) {
        #expect(French.decimal(value) == text)
    }

    @Test(
        arguments: [(182_303, "1\u{202F}823,03\u{A0}€"), (200_000, "2\u{202F}000\u{A0}€"), (1_205, "12,05\u{A0}€")]
            as [(Int64, String)])
    func `sums are in euros`(cents: Int64, text: String) {
        #expect(French.euros(cents: cents) == text)
    }

    @Test func `nothing and one are singular`() {
        #expect(French.count(0, "offre", "offres") == "0\u{A0}offre")
        #expect(French.count(1, "offre", "offres") == "1\u{A0}offre")
        #expect(French.count(2, "offre", "offres") == "2\u{A0}offres")
    }

    @Test func `days are said as people say them`() throws {
        let today = try #require(CalendarDay("2026-11-24"))
        #expect(French.ago(today, today: today) == "aujourd’hui")
        #expect(French.ago(today.adding(days: -1), today: today) == "hier")
        #expect(French.ago(today.adding(days: -3), today: today) == "il y a 3\u{A0}jours")
        #expect(French.ago(today.adding(days: -23), today: today) == "le 1er\u{A0}novembre 2026")
    }

    @Test(
        arguments: [
            ("Vichy", "à Vichy", "de Vichy"), ("Le Pin", "au Pin", "du Pin"),
            ("Les Ancizes", "aux Ancizes", "des Ancizes"),
            ("Yzeure", "à Yzeure", "d’Yzeure"), ("Échassières", "à Échassières", "d’Échassières"),
            ("La Ferté", "à La Ferté", "de La Ferté"),
        ])
    func `places take their preposition`(name: String, at: String, from: String) {
        #expect(French.at(name) == at)
        #expect(French.from(name) == from)
    }
}
