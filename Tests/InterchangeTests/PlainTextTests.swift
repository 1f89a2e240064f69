import Testing

@testable import Interchange

struct PlainTextTests {
    @Test(arguments: [
        ("Un.\r\n\r\n\r\nDeux.  Trois\t!\n", "Un.\n\nDeux. Trois !"),
        ("<p>Un</p><p>Deux</p>", "Un\n\nDeux"), ("Un<br>Deux<br/>Trois", "Un\nDeux\nTrois"),
        ("<ul><li>a</li>\n<li><p>b</p></li></ul>fin", "- a\n- b\n\nfin"),
        ("<p>R&amp;D &eacute;t&#233; &#x20AC; &inconnu; &</p>", "R&D été € &inconnu; &"),
        ("<P CLASS=\"x\">Gras <b>ici</b></P>", "Gras ici"),
        ("<p>a</p><script>alert('<p>non</p>')</script><style>p{}</style><p>b</p>", "a\n\nb"),
        ("<!-- rien --><p>a</p>", "a"), ("<p>une\nligne</p>", "une ligne"),
        ("Salaire < 2000 & > 1500", "Salaire < 2000 & > 1500"), ("R&amp;D sans balise", "R&amp;D sans balise"),
        ("<p>jamais fermé", "jamais fermé"), ("a <b", "a <b"),
        ("sens\u{202E}inverse\u{200B}\u{7}\u{85}", "sensinverse"), ("", ""),
    ])
    func `paragraphs`(_ given: String, _ expected: String) {
        #expect(PlainText.paragraphs(given) == expected)
    }

    @Test func `a title is one line`() {
        #expect(PlainText.line(" Agent\n d’entretien\t<b>H/F</b> ") == "Agent d’entretien H/F")
    }

    @Test func `a hostile text takes no longer than its length`() {
        let text = String(repeating: "<", count: 200_000) + "<p>"
        #expect(PlainText.paragraphs(text).utf8.count == 200_000)
    }
}
