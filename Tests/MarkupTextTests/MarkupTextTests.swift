import MarkupText
import Testing

@Suite struct MarkupTextTests {
    @Test(arguments: [
        ("", ""),
        ("Sans balises.", "Sans balises."),
        ("<p>Un.</p><p>Deux.</p>", "Un.\n\nDeux."),
        ("<p>Un<br>deux<br/>trois</p>", "Un\ndeux\ntrois"),
        ("<ul><li>CACES</li><li>Port de charges &lt; 20 kg</li></ul>", "- CACES\n- Port de charges < 20 kg"),
        ("Missions :<ul>\n <li>A\n <li>B\n</ul>Profil", "Missions :\n\n- A\n- B\n\nProfil"),
        ("<ul><li></li><li><p>Seul</p></li></ul>", "- Seul"),
        ("<div>Ligne 1</div><div>Ligne 2</div>", "Ligne 1\nLigne 2"),
        ("<h2>Poste</h2>  Texte   très\n\n espacé ", "Poste\n\nTexte très espacé"),
        ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b\nc"),
        ("<strong>Casque vocal</strong>&nbsp;: 35&nbsp;h", "Casque vocal\u{A0}: 35\u{A0}h"),
        ("<p>&nbsp;</p><p>Fin</p><p>&nbsp;</p>", "Fin"),
        ("D&eacute;but&#224;&#xE9;&#128;&hellip;", "Débutàé€…"),
        ("&lt;script&gt;alert(1)&lt;/script&gt;", "<script>alert(1)</script>"),
        ("a &inconnu; b & c &", "a &inconnu; b & c &"),
        ("&#0;&#xD800;&#x110000;&#99999999999999999999;", "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"),
    ])
    func `the text of HTML keeps its paragraphs, lists and characters`(html: String, text: String) {
        #expect(MarkupText.plainText(fromHTML: html) == text)
    }

    @Test(arguments: [
        ("a<script>alert('</p>')</script>b", "ab"),
        ("a<SCRIPT src=x>1<2</sCript >b", "ab"),
        ("a<style>p{}</style>b<!-- <p> -->c", "abc"),
        ("a<!-->b<!--->c<!doctype html>d<?php echo 1 ?>e", "abcde"),
        ("a<a title=\"1 > 2\" href='javascript:alert(1)'>b</a>", "ab"),
        ("salaire < 2000, 3<4 et <3", "salaire < 2000, 3<4 et <3"),
        ("avant<script>jamais fini", "avant"),
        ("avant<p class=\"jamais fini>", "avant"),
        ("avant<!-- jamais fini", "avant"),
        ("a\u{202E}b\u{0}c\u{7F}\u{200B}d\u{FEFF}", "abcd"),
        ("<", "<"), ("</", "</"), ("<p", ""), ("&", "&"), ("&#", "&#"), ("&#x", "&#x"),
    ])
    func `what is no text for readers is dropped, also where it never ends`(html: String, text: String) {
        #expect(MarkupText.plainText(fromHTML: html) == text)
    }

    @Test(arguments: [
        ("Résumé\nVente.\n\n\n\n• Le samedi  \r\n- Soir", "Résumé\nVente.\n\n• Le samedi\n- Soir"),
        ("Commer&ccedil;ant chez AT&amp;T, 3 < 4", "Commerçant chez AT&T, 3 < 4"),
        ("<p>20 h</p><p>Matin</p>", "20 h\n\nMatin"),
        ("Ligne<br />suite", "Ligne\nsuite"),
    ])
    func `a field of either kind is read as what it looks like`(field: String, text: String) {
        #expect(MarkupText.plainText(from: field) == text)
    }

    @Test func `no input makes the text longer than itself, leaves markup or an untidy line`() {
        let pieces = [
            "<p>", "</p>", "<li>", "<ul>", "</li>", "<br>", "<td>", "&nbsp;", "&#9;", "&#0", "é", " ", "\n", "x", "<",
            ">",
            "&", "<!--", "-->", "<script>", "</script>", "\"", "'", "=", "<a href=", "\u{202E}", "😀", "&le;", "\u{A0}",
        ]
        var state: UInt64 = 1
        for _ in 0..<5_000 {
            var html = ""
            for _ in 0..<12 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                html += pieces[Int(state >> 33) % pieces.count]
            }
            for text in [MarkupText.plainText(fromHTML: html), MarkupText.plainText(from: html)] {
                #expect(text.utf8.count <= html.utf8.count, "\(html.debugDescription)")
                #expect(!text.contains("\n\n\n") && !text.contains(" \n") && !text.contains("\u{202E}"))
                #expect(text.first?.isWhitespace != true && text.last?.isWhitespace != true, "\(html.debugDescription)")
            }
        }
    }

    @Test(arguments: [
        "<", "<a ", "<!--", "<script>", "&", "&#", "</", "<div>", "<ul><li>", "\u{A0}", "<script></s", "-",
    ])
    func `a megabyte of the same is read once`(piece: String) {
        let html = String(repeating: piece, count: 1_000_000 / piece.utf8.count)
        #expect(MarkupText.plainText(fromHTML: html).utf8.count <= html.utf8.count)
    }
}
