import Recruitment
import Search
import Testing

struct UnforeseenQueryTests {
    private func index() throws -> SearchIndex {
        let index = try Sample.index()
        index.apply([
            try Sample.put(index, 1, "Serveur") {
                $0.occupation = "G1803"; $0.commune = "03190"
            },
            try Sample.put(index, 2, "Employé de brasserie") { $0.occupation = "G1803" },
            try Sample.put(index, 3, "Aide-soignant") { $0.occupation = "J1501" },
            try Sample.put(index, 4, "Infirmier") {
                $0.occupation = "J1506"; $0.commune = "03190"
            },
            try Sample.put(index, 5, "Ouvrier agricole") { $0.occupation = "A1419" },
            try Sample.put(index, 6, "Ouvreur du moulin") { $0.occupation = "G1225" },
        ])
        return index
    }

    @Test func `a slip is read so that it names a job with the words beside it`() throws {
        #expect(try index().answer("ouvreir agricole").correctedText == "ouvrier agricole")
        #expect(try index().answer("ouvreir").correctedText == "ouvreur", "by its sound where nothing stands beside it")
    }

    @Test func `a slip that leaves a word with its first letters only is no other word that sounds so`() throws {
        let answer = try index().answer("serviteuse")
        #expect(answer.understood.allSatisfy { $0.codes == ["G1803"] }, "\(answer.understood)")
    }

    @Test func `an abbreviation that is also a word of no meaning is a job where nothing else is`() throws {
        #expect(try index().answer("as vichy").understood.map(\.codes) == [["J1501"], ["03310"]])
        #expect(try index().answer("as vichy").hits.first?.id.number == 3)
        #expect(try index().answer("as tu un poste à vichy").understood.map(\.kind) == [.place])
        #expect(try index().answer("infirmier as vichy").understood.map(\.codes) == [["J1506"], ["03310"]])
    }

    @Test func `a word between hyphens is set apart, one after a hyphen is excluded`() throws {
        #expect(try index().numbers("serveur -brasserie-").prefix(2) == [1, 2])
        #expect(try !index().numbers("serveur -brasserie").contains(2))
    }

    @Test func `a town is known without the letter that is not heard, at the end of the query`() throws {
        let answer = try index().answer("serveur moulin")
        #expect(answer.correctedText == "serveur moulins")
        #expect(answer.understood.map(\.codes) == [["G1803"], ["03190"]])
        #expect(try index().answer("moulin serveur").corrections.isEmpty)
        #expect(try index().answer("roue de moulin").corrections.allSatisfy { $0.original != "moulin" })
    }

    @Test func `an article introduces a commune that has one`() throws {
        #expect(try index().answer("serveur le mayet").understood.map(\.codes) == [["G1803"], ["03165"]])
    }

    @Test func `within the radius asked for first, whatever titles are alike farther away`() throws {
        let answer = try index().answer("serveur vichy")
        #expect(answer.hits.map(\.id.number).prefix(2) == [2, 1])
        #expect(answer.widenedRadius == 50)
    }

    @Test func `the job farther away comes before another job nearby`() throws {
        #expect(try index().numbers("infirmier vichy").prefix(2) == [4, 3])
    }

    @Test func `a title is found by another word of its family`() throws {
        #expect(try index().numbers("brasseur") == [2])
    }

    @Test func `a post is an employer only where it stands alone`() throws {
        #expect(try index().answer("poste d'infirmier").understood.map(\.codes) == [["J1506"]])
        #expect(try index().answer("la poste").understood.map(\.codes) == [["N4101"]])
    }

    @Test func `a name of a job with a filter in it keeps the filter`() throws {
        let answer = try index().answer("aide soignant de nuit")
        #expect(answer.understood.map(\.label) == ["aide soignant", "De nuit"])
    }

    @Test func `of the job's offers those with one of its words in the title come first`() throws {
        let index = try index()
        index.apply([
            try Sample.put(index, 7, "Employé de propreté") {
                $0.occupation = "K2205"; $0.daysAgo = 20
            },
            try Sample.put(index, 8, "Employé des bureaux") { $0.occupation = "K2205" },
        ])
        #expect(index.numbers("agent de propreté de locaux").prefix(2) == [7, 8])
    }

    @Test func `words beside a job bring in no other job`() throws {
        let index = try index()
        index.apply([
            try Sample.put(index, 7, "Maçon") { $0.occupation = "F1703" }
        ])
        #expect(!index.numbers("maçon ehpad").prefix(1).contains(3))
    }
}
