import Testing

@testable import Search

struct AnalyzerTests {
    private func lemmas(_ text: String) throws -> [String] {
        let analyzer = try #require(FrenchAnalyzer())
        return analyzer.words(text).map { String(decoding: $0.lexeme.lemma, as: UTF8.self) }
    }

    private func stems(_ text: String) throws -> [String] {
        let analyzer = try #require(FrenchAnalyzer())
        return analyzer.words(text).map { String(decoding: $0.lexeme.stem, as: UTF8.self) }
    }

    @Test(arguments: [
        ["infirmier", "Infirmière", "infirmiere", "INFIRMIÈRES", "infirmier·ère", "infirmier(e)", "infirmiers"],
        ["vendeur", "vendeuse", "vendeur/se", "vendeur(se)", "vendeur·euse", "Vendeurs"],
        ["conducteur", "conductrice", "Conducteur(trice)", "conducteur/trice", "conducteurs·trices"],
        ["employé", "employée", "employe", "employé(e)", "employé·e·s", "EMPLOYÉES"],
        ["boulanger", "boulangère", "boulanger(ère)", "boulangers"],
        ["technicien", "technicienne", "technicien·ne", "Technicien.ne", "technicien(ne)s"],
        ["maçon", "maçonne", "macon", "maçons"],
        ["agent", "agente", "agents", "agent·e", "agent.e.s"],
        ["hôte", "hôtesse", "hotesse", "hôtesses"],
        ["sportif", "sportive", "sportif·ive"],
        ["commercial", "commerciale", "commerciaux"],
        ["professeur", "professeure", "professeur(e)"],
    ])
    func `forms of one job title become one word`(forms: [String]) throws {
        let all = try forms.map { try lemmas($0) }
        #expect(Set(all).count == 1, "\(all)")
        #expect(all[0].count == 1, "\(all)")
    }

    @Test(arguments: [
        ("l'infirmière qu'on cherche", ["infirmier", "on", "cherche"]),
        ("d’entretien", ["entretien"]),
        ("aujourd'hui", ["aujourd", "hui"]),
        ("Serveur (H/F)", ["serveur"]),
        ("Maçon F/H", ["macon"]),
        ("Maçon H / F", ["macon"]),
        ("Dév. C++ ou C#", ["dev", "c++", "ou", "c#"]),
        ("CACES R.489 et R 489", ["cace", "r489", "et", "r489"]),
        ("en 2x8 ou 3 x 8 ou 3×8", ["en", "2x8", "ou", "3x8", "ou", "3x8"]),
        ("R&D", ["r&d"]),
        ("un C.D.I. à pourvoir", ["un", "cdi", "a", "pourvoir"]),
        (".NET", [".net"]),
        ("œuvre cœur ﬁn", ["oeuvre", "coeur", "fin"]),
        ("de\u{0301}ja\u{0300}", ["deja"]),
        ("soi\u{00AD}gnant", ["soignant"]),
        ("permis B", ["permis", "b"]),
        ("🙂 emoji", ["emoji"]),
        ("", []),
    ])
    func `words are found as people write them`(text: String, expected: [String]) throws {
        #expect(try lemmas(text) == expected)
    }

    @Test func `a stop after a sentence is no inclusive form`() throws {
        #expect(try lemmas("un poste.Le salaire").contains("le"))
        #expect(try lemmas("Infirmier/aide-soignant") == ["infirmier", "aide", "soignant"])
    }

    @Test func `different occupations stay different words`() throws {
        let words = ["cuisinier", "cuisine", "boulanger", "boulangerie", "serveur", "service", "commis", "commercial"]
        #expect(try Set(words.map { try stems($0) }).count == words.count)
    }

    @Test func `ranges cover the word with its inclusive ending, in octets`() throws {
        let analyzer = try #require(FrenchAnalyzer())
        let text = "Une infirmier·ère à Vichy"
        let words = analyzer.words(text)
        let octets = Array(text.utf8)
        let found = words.map { String(decoding: octets[Int($0.token.start)..<Int($0.token.end)], as: UTF8.self) }
        #expect(found == ["Une", "infirmier·ère", "à", "Vichy"])
    }

    @Test func `octets that are no UTF-8 separate words`() throws {
        let analyzer = try #require(FrenchAnalyzer())
        let octets: [UInt8] = [0x61, 0x62, 0x63, 0xFF, 0xC3, 0x28, 0x7A, 0xE2, 0x82]
        var terms: [AnalyzedTerm] = []
        analyzer.terms(of: octets.span) { terms.append($0) }
        #expect(terms.map(\.range) == [0..<3, 6..<7])
    }

    @Test func `a word without an end is cut`() throws {
        let words = try lemmas(String(repeating: "a", count: 10_000))
        #expect(words.allSatisfy { $0.utf8.count <= 4 * FrenchAnalyzer.longestWord })
        #expect(words.count >= 10_000 / (4 * FrenchAnalyzer.longestWord))
    }
}
