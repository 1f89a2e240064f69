import Testing

@testable import Recruitment

@Suite struct PhraseTests {
    private func hits(_ phrase: String, in text: String) -> [String] {
        let folded = FoldedText(text)
        let octets = Array(text.utf8)
        return PhraseMatcher([Phrase(phrase)]).hits(in: folded).map {
            String(decoding: octets[folded.range(of: $0.words)], as: UTF8.self)
        }
    }

    @Test func `words are cut, folded and placed`() {
        let words = FoldedText("L’Œuvre d'ÉTÉ, 35h à 12,50 €").words
        #expect(words.map(\.text) == ["oeuvre", "ete", "35", "h", "a", "12", "50", "euros"])
        #expect(words.map(\.number) == [nil, nil, 35, nil, nil, 12, 50, nil])
        #expect(words.first?.range == 4..<10)
    }

    @Test(arguments: [
        "vendeur(se)", "vendeur·se", "vendeur.se", "vendeur/se", "vendeur-se", "vendeur (euse)", "vendeur(s)",
        "Vendeur·euse·s",
    ])
    func `an inclusive ending belongs to its word`(text: String) {
        let words = FoldedText(text + " motivé").words
        #expect(words.map(\.text) == ["vendeur", "motive"])
        #expect(words.first?.isInclusive == true)
    }

    @Test(arguments: ["vendeur / vendeuse", "vendeur, se", "vendeur. Se présenter", "aide-soignant"])
    func `what is no ending stays a word`(text: String) {
        #expect(FoldedText(text).words.allSatisfy { !$0.isInclusive })
    }

    @Test func `sentences end at stops and lines, not inside figures and addresses`() {
        #expect(FoldedText("a b. c! d\ne ; f : g, h").words.map(\.sentence) == [0, 0, 1, 2, 3, 4, 4, 4])
        #expect(FoldedText("12.50 a.b@c.fr").words.allSatisfy { $0.sentence == 0 })
    }

    @Test func `alternatives, endings, options, gaps and numbers match`() {
        #expect(hits("homme|femme+s", in: "hommes, femmes et femme") == ["femmes", "femme"])
        #expect(
            hits("moins ?de #16-70 ans", in: "moins de 30 ans, moins 20 ans, moins de 5 ans") == [
                "moins de 30 ans", "moins 20 ans",
            ])
        #expect(hits("cdd _2 cdi", in: "CDD puis un CDI. CDD a b c CDI") == ["CDD puis un CDI"])
        #expect(hits("limite d'âge", in: "Limite d’âge, limite âge") == ["Limite d’âge", "limite âge"])
        #expect(hits("a _ c", in: "a c, a b c") == ["a b c"])
    }

    @Test func `a phrase stays in its sentence, whichever way it is read`() {
        #expect(hits("a _3 b", in: "a x. b").isEmpty)
        #expect(hits("a ?x b", in: "a. b").isEmpty)
        #expect(hits("a ?x", in: "a. x") == ["a"])
    }

    @Test(arguments: ["", "?", "|", "+s", "#", "_", "_99999999999999999999", "#9-1", "é|", "a _0 b"])
    func `a phrase of nonsense is read and harms nothing`(source: String) {
        #expect(PhraseMatcher([Phrase(source)]).hits(in: FoldedText("a b c 5 é")).count <= 1)
    }

    @Test func `every phrase of the rules begins with a word or a number and is well written`() {
        for rule in LegalRules.all {
            guard case .wording(let wording) = rule.detection else { continue }
            for source in wording.phrases + wording.innocent + wording.innocentSentence + wording.lawful {
                let phrase = Phrase(source)
                let first = phrase.steps.first
                #expect(first?.isOptional == false, "\(source)")
                if case .any = first?.element { Issue.record("\(source) begins with any word") }
                for element in source.split(separator: " ") where element.contains("#") {
                    #expect(element.drop { "?#".contains($0) }.allSatisfy { "0123456789-".contains($0) }, "\(source)")
                }
                #expect(!hasSignInside(source), "\(source)")
            }
        }
    }

    /// A sign inside an alternative (`a|?b`) would be read as part of the word.
    private func hasSignInside(_ source: String) -> Bool {
        source.contains("|?") || source.contains("|_") || source.contains("|#")
    }
}
