import Testing
import Web

@testable import Site

@Suite struct OfferSearchTests {
    @Test(
        arguments: [
            "", "q=agent+d%27entretien+%26+co&page=3", "metier=J1506&contrat=CDI&contrat=CDD&q=%C3%A9t%C3%A9&tri=date",
            "commune=Vichy+%2803200%29&commune=Moulins&rayon=0&limitrophes=non&salaire=2000&salaire_inconnu=oui&par_page=50",
        ])
    func `a link says what the parameters say`(query: String) throws {
        var problems: [ParameterProblem] = []
        let search = OfferSearch(try QueryItems(query: query), problems: &problems)
        #expect(problems.isEmpty)
        #expect(search.link == (query.isEmpty ? "/offres" : "/offres?" + search.items.encoded))
        var again: [ParameterProblem] = []
        let link = search.link.split(separator: "?").dropFirst().first.map(String.init)
        #expect(OfferSearch(try QueryItems(query: link), problems: &again) == search)
    }

    @Test func `choices stand in the order of the groups, whichever came first`() {
        var choices = ByFilterGroup<[String]>()
        choices[.employer] = ["x"]
        choices[.contract] = ["CDI"]
        choices[.schedule] = ["nuit"]
        choices[.contract] = ["CDD"]
        #expect(choices.entries.map(\.group) == [.contract, .schedule, .employer])
        choices[.schedule] = nil
        #expect(choices[.contract] == ["CDD"] && choices[.schedule] == nil && choices.entries.count == 2)
    }
}
