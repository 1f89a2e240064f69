import Testing

@testable import Site

@Suite struct TypographyTests {
    private func set(_ markup: String) -> String {
        String(decoding: Typography.apply(to: Array(markup.utf8)), as: UTF8.self)
    }

    @Test(
        arguments: [
            ("Quoi ?", "Quoi\u{202F}?"), ("Attention !", "Attention\u{202F}!"), ("a ; b", "a\u{202F}; b"),
            ("Lieu : Vichy", "Lieu\u{A0}: Vichy"), ("« oui »", "«\u{A0}oui\u{A0}»"), ("12 €", "12\u{A0}€"),
            ("5 %", "5\u{A0}%"),
        ])
    func `spaces before high punctuation do not break`(source: String, result: String) {
        #expect(set(source) == result)
    }

    @Test(
        arguments: [
            "<a title=\"Quoi ?\">x</a>", "<script>a ? b : c</script>", "<textarea name=\"d\">Quoi ?</textarea>",
            "<pre>a : b</pre>",
            "<style>a : b</style>", "<p>rien à changer, 10:30, http://a.example</p>",
        ])
    func `attributes and what people typed stay as they are`(markup: String) {
        #expect(set(markup) == markup)
    }

    @Test func `a tag ends at its sign, not at one inside a value`() {
        #expect(set("<a title=\"a > b ?\" href=\"x\">b ?</a>") == "<a title=\"a > b ?\" href=\"x\">b\u{202F}?</a>")
    }

    @Test func `text after an untouched element is set again`() {
        #expect(set("<pre>a :</pre> b :") == "<pre>a :</pre> b\u{A0}:")
        #expect(set("<prefix>a :</prefix>") == "<prefix>a\u{A0}:</prefix>")
    }

    @Test(arguments: ["<", "<a", "<a title=\"", " ", "«", "« ", "<script>", "</", "fin ", "\u{A0}", "é ?"])
    func `markup cut anywhere is no fault`(markup: String) {
        #expect(!set(markup).isEmpty)
    }
}
