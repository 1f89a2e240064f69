import Recruitment
import Search
import Testing

struct QueryTests {
    private func index() throws -> SearchIndex {
        let index = try Sample.index()
        index.apply([
            try Sample.put(index, 1, "Infirmière de nuit") {
                $0.occupation = "J1506"; $0.commune = "03310"
            },
            try Sample.put(index, 2, "Agent de propreté") {
                $0.occupation = "K2205"; $0.commune = "03095"
            },
            try Sample.put(index, 3, "Serveur") {
                $0.occupation = "G1803"; $0.commune = "03190"; $0.contract = .seasonal
            },
            try Sample.put(index, 4, "Chauffeur PL") {
                $0.occupation = "N4101"
                $0.commune = "63300"
                $0.licences = [.c]
                $0.description = "Permis C, FIMO. Propreté du camion exigée de l'agent."
            },
            try Sample.put(index, 5, "Aide-soignant") {
                $0.occupation = "J1501"; $0.commune = "03236"; $0.time = .partTime
            },
        ])
        return index
    }

    @Test(arguments: [
        ("femme de ménage", [2]), ("femme de menage cusset", [2]), ("infirmier", [1]), ("AS", [5]),
        ("\"agent de propreté\"", [2]), ("propreté -agent", []), ("serveur OR infirmier", [3, 1]),
        ("serveur ou infirmière", [3, 1]), ("serveur, infirmier", [3, 1]), ("saisonnier", [3]),
        ("mi-temps", [5]), ("chauffeur pl", [4]), ("infirmier vichy", [1]), ("emploi 03200", [1, 2, 4, 5]),
        ("permis c", [4]), ("aide soignant autour de vichy", [5]), ("recherche emploi serveuse moulins", [3]),
    ])
    func `words are understood`(text: String, expected: [Int]) throws {
        // Where little is found, neighbouring occupations follow: what was asked comes first.
        let found = try index().numbers(text)
        #expect(Set(found.prefix(max(1, expected.count))) == Set(expected), "\(text)")
    }

    @Test func `what was understood is told with the octets it came from and a text without it`() throws {
        let answer = try index().answer("femme de ménage Vichy CDI")
        #expect(answer.understood.map(\.kind) == [.occupation, .place, .contract])
        #expect(answer.understood.map(\.label) == ["femme de ménage", "Vichy, 20 km", "CDI"])
        #expect(answer.understood[0].codes == ["K2205"])
        #expect(answer.understood[0].range == 0..<16)
        #expect(answer.understood[1].codes == ["03310"])
        #expect(
            answer.understood.map(\.textWithout) == [
                "\"femme de ménage\" Vichy CDI", "femme de ménage CDI", "femme de ménage Vichy",
            ])
    }

    @Test func `sans permis leaves out the offers that ask for one`() throws {
        let answer = try index().answer("boulot sans permis")
        #expect(Set(answer.hits.map(\.id.number)) == [1, 2, 3, 5], "\(answer)")
        #expect(try Set(index().numbers("") { $0.withoutLicence = true }) == [1, 2, 3, 5])
    }

    @Test func `an ambiguous place is asked, not guessed`() throws {
        let answer = try index().answer("emploi saint germain")
        #expect(answer.ambiguousPlaces.map { $0.choices.map(\.description) } == [["03236", "03237"]])
        #expect(try index().answer("emploi saint germain des fossés").ambiguousPlaces.isEmpty)
    }

    @Test func `a postcode is not the INSEE code that looks like it`() throws {
        // 03200 is the postcode of Vichy and the code of Neuvy, near Moulins.
        let answer = try index().answer("03200") { $0.radius = 0 }
        #expect(answer.hits.map { Int($0.id.number) } == [1])
    }

    @Test func `a neighbouring département can be named`() throws {
        #expect(try index().numbers("emploi Puy-de-Dôme") == [4])
        #expect(try index().answer("puy de dôme").understood.map(\.label) == ["Puy-de-Dôme"])
        #expect(try index().numbers("63") == [4])
    }

    @Test func `neighbouring départements can be left out`() throws {
        #expect(try index().numbers("chauffeur pl") == [4])
        #expect(try index().answer("") { $0.includesNeighbours = false }.total == 4)
    }

    @Test func `a typing mistake is corrected where nothing matches, and said`() throws {
        let answer = try index().answer("infirmeir")
        #expect(answer.hits.first?.id.number == 1)
        #expect(answer.correctedText == "infirmier")
        #expect(answer.corrections == [Correction(original: "infirmeir", replacement: "infirmier")])
        #expect(try index().answer("infirmeir") { $0.corrects = false }.total == 0)
        #expect(try index().answer("infirmier").correctedText == nil)
    }

    @Test func `a correction is written with its accents`() throws {
        #expect(try index().answer("menaje").correctedText == "ménage")
    }

    @Test func `one word for two is parted`() throws {
        #expect(try index().answer("aidesoignant").correctedText == "aide soignant")
    }

    @Test func `words beside the occupation are wishes, quoted ones are required`() throws {
        let index = try index()
        index.apply([
            try Sample.put(index, 6, "Aide-soignant") {
                $0.occupation = "J1501"
                $0.description = "En EHPAD."
                $0.daysAgo = 9
            }
        ])
        #expect(index.numbers("aide soignant ehpad").prefix(2) == [6, 5])
        #expect(index.numbers("aide soignant \"ehpad\"") == [6])
    }

    @Test func `a job is known by its sound, and by its code`() throws {
        #expect(try index().answer("infirmié").understood.map(\.codes) == [["J1506"]])
        #expect(try index().numbers("J1506").first == 1)
        #expect(try index().numbers("K2204").first == 2, "the ROME 3 code stands for what came of it")
    }

    @Test func `letters and digits written as one are parted`() throws {
        #expect(try index().answer("infirmier2").correctedText == "infirmier 2")
    }

    @Test func `a job that another offer's text names comes after the job itself`() throws {
        let index = try index()
        index.apply([
            try Sample.put(index, 6, "Chauffeur PL") {
                $0.occupation = "N4101"
                $0.description = "Livrez l'infirmier, demandez l'infirmier, aidez l'infirmier."
                $0.daysAgo = 0
            }
        ])
        #expect(index.numbers("infirmier").prefix(2) == [1, 6])
    }

    @Test func `a filter that few offers meet is a wish: those that meet it first, then others of the job`() throws {
        let index = try index()
        index.apply([
            try Sample.put(index, 6, "Serveur") { $0.occupation = "G1803" },
            try Sample.put(index, 7, "Serveur") { $0.occupation = "G1803" },
        ])
        let answer = index.answer("serveur saisonnier")
        #expect(answer.hits.first?.id.number == 3)
        #expect(Set(answer.hits.map(\.id.number)).isSuperset(of: [6, 7]))
        #expect(answer.relaxed.contains("Saisonnier"))
    }

    @Test func `words that nothing has are left out where a filter says what is looked for`() throws {
        let answer = try index().answer("saisonnier zzzzzz")
        #expect(answer.hits.map(\.id.number) == [3])
        #expect(answer.relaxed.contains("zzzzzz"))
    }

    @Test func `an employer's whole name asks for its offers first`() throws {
        let index = try index()
        index.apply([
            try Sample.put(index, 6, "Serveur") {
                $0.occupation = "G1803"
                $0.employer = "Infirmier du Parc"
                $0.daysAgo = 30
            }
        ])
        #expect(index.numbers("infirmier du parc").first == 6)
    }

    @Test func `an offer known only by its département is found where most of it is searched, as the least near`()
        throws
    {
        let index = try index()
        index.apply([
            try Sample.put(index, 6, "Serveur") {
                $0.occupation = "G1803"; $0.commune = "03"
            }
        ])
        #expect(!index.numbers("vichy") { $0.radius = 20 }.contains(6))
        #expect(
            index.numbers("vichy") {
                $0.radius = 60; $0.sort = .distance
            }.last == 6)
        #expect(index.numbers("") { $0.places = [.departement("03")] }.contains(6))
        #expect(!index.numbers("") { $0.places = [.departement("03")] }.contains(4))
        #expect(index.numbers("allier").contains(6))
    }

    @Test func `offers are filtered by bands of hours`() throws {
        let index = try index()
        index.apply([
            try Sample.put(index, 6, "Serveur") { $0.hours = 35 },
            try Sample.put(index, 7, "Serveur") { $0.hours = 20 },
        ])
        #expect(index.numbers("") { $0.hours = [.full] } == [6])
        #expect(Set(index.numbers("") { $0.hours = [.full, .upTo24] }) == [6, 7])
    }

    @Test func `terms found are marked in a text`() throws {
        let index = try index()
        let answer = index.answer("infirmier")
        let text = "Des infirmières et un·e infirmier·ère"
        let marked = index.words(text).filter { answer.terms.contains($0.stem) }.map {
            String(decoding: Array(text.utf8)[$0.octets], as: UTF8.self)
        }
        #expect(marked == ["infirmières", "infirmier·ère"])
    }

    @Test func `suggestions complete occupations, communes and employers`() throws {
        let index = try index()
        index.apply([try Sample.put(index, 9, "Serveur") { $0.employer = "Hôtel des Coteaux" }])
        #expect(index.suggest(prefix: "inf").first?.code == "J1506")
        #expect(index.suggest(prefix: "Vic").first?.text == "Vichy (03200)")
        #expect(index.suggest(prefix: "0320").first?.text == "Vichy (03200)")
        #expect(index.suggest(prefix: "coteaux").first?.kind == .employer)
        #expect(index.suggest(prefix: "soign").contains { $0.text.hasPrefix("Aide-soignant") })
        #expect(index.suggest(prefix: "").isEmpty)
        #expect(index.suggest(prefix: "zzz").isEmpty)
        #expect(index.suggest(prefix: "v", kinds: [.occupation]).allSatisfy { $0.kind == .occupation })
    }
}
