import Recruitment
import Testing

@testable import Interchange

struct FranceTravailTextTests {
    @Test(arguments: [
        (
            "Mensuel de 1950.0 Euros à 2150.0 Euros sur 12.0 mois",
            Salary(minimum: 195_000, maximum: 215_000, period: .month)
        ),
        ("Annuel de 26400,00 Euros sur 12 mois", Salary(minimum: 2_640_000, maximum: nil, period: .year)),
        ("Horaire de 12.02 Euros", Salary(minimum: 1_202, maximum: nil, period: .hour)),
        ("Cachet de 150 Euros", nil), ("Selon convention", nil), ("Mensuel de beaucoup Euros", nil), ("", nil),
    ])
    func `pay`(_ text: String, _ salary: Salary?) {
        #expect(FranceTravailText.salary(text) == salary)
    }

    @Test(arguments: [
        ("35H/semaine\nTravail en journée", 35), ("24H30/semaine", 24.5), ("Temps partiel - 9h/semaine", 9),
        ("151H/mois", nil), ("Horaires variables", nil), ("7H/jour", nil),
    ])
    func `hours a week`(_ text: String, _ hours: Double?) {
        #expect(FranceTravailText.weeklyHours(text) == hours)
    }

    @Test(arguments: [
        ("Contrat à durée déterminée - 6 Mois", 6), ("Mission intérimaire - 15 Jour(s)", 0.5),
        ("Mission intérimaire - 45 Jour(s)", 1.5), ("Contrat à durée déterminée - 2 An(s)", 24), ("CDI", nil),
    ])
    func `months`(_ text: String, _ months: Double?) {
        #expect(FranceTravailText.months(text) == months)
    }

    @Test(arguments: [
        ("CAP, BEP et équivalents", TrainingLevel.level3), ("Bac ou équivalent", .level4),
        ("Bac+2 ou équivalents", .level5), ("Bac+3, Bac+4 ou équivalents", .level6),
        ("Bac+5 et plus ou équivalents", .level7), ("Aucune formation scolaire", TrainingLevel.none), ("?", nil),
    ])
    func `training levels`(_ text: String, _ level: TrainingLevel?) {
        #expect(FranceTravailText.trainingLevel(text) == level)
    }

    @Test func `schedules`() {
        #expect(FranceTravailText.schedules("35H/semaine Travail en 2x8") == [.shifts])
        #expect(FranceTravailText.schedules("Travail de nuit\nTravail le samedi et dimanche") == [.night, .weekend])
        #expect(FranceTravailText.schedules("Horaires coupés") == [.split])
        #expect(FranceTravailText.schedules("35H/semaine") == [])
    }
}
