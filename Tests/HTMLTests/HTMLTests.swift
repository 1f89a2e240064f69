import HTML
import Testing

@Suite struct HTMLTests {
    @Test func `interpolated text is escaped and interpolated markup is not`() {
        let title = "<script>alert(\"l'été\" & co)</script>"
        let strong: HTML = "<strong>\(title)</strong>"
        let page: HTML = "<p title=\"\(title)\">\(strong)</p>"
        let escaped = "&lt;script&gt;alert(&quot;l&#39;été&quot; &amp; co)&lt;/script&gt;"
        #expect(page.description == "<p title=\"\(escaped)\"><strong>\(escaped)</strong></p>")
    }

    @Test func `a string is never taken for markup`() {
        let text: String = "<b>"
        #expect(HTML(text: text).description == "&lt;b&gt;")
    }

    @Test func `NUL becomes the replacement character and emoji pass`() {
        #expect(HTML(text: "a\0b👩‍🌾").description == "a\u{FFFD}b👩‍🌾")
    }

    @Test func `conditions, absent values and lists`() {
        let none: HTML? = nil
        let page: HTML =
            "<ul\(if: true, " class=\"a\"")\(if: false, " id=\"b\"")>\(none)\(each: [1, 2], { "<li>\($0)</li>" })</ul>"
        #expect(page.description == "<ul class=\"a\"><li>1</li><li>2</li></ul>")
        #expect(["a", "b"].map { HTML(text: $0) }.joined(separator: ", ").description == "a, b")
    }

    @Test(arguments: ["https://a.example/x?y=1#z", "HTTP://a.example", "mailto:a@b.fr", "tel:+33470000000"])
    func `addresses that only lead somewhere are accepted`(text: String) {
        #expect(SafeURL(text) != nil)
    }

    @Test(
        arguments: [
            "javascript:alert(1)", "JavaScript:alert(1)", " javascript:alert(1)", "java\nscript:alert(1)",
            "data:text/html,x", "//a.example", "/offres", "https:", "https:///x", "https://", "vbscript:x",
            "http://a b",
            "tel:", "",
        ])
    func `addresses that could run or mislead are refused`(text: String) {
        #expect(SafeURL(text) == nil)
    }

    @Test func `the site of an address is its host`() {
        #expect(SafeURL("https://www.exemple.fr/offre")?.site == "exemple.fr")
    }
}
