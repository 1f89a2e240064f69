import Testing
import Web

@Suite struct FilePathTests {
    @Test(arguments: [
        ("site.css", "site.css"), ("css/site.css", "css/site.css"), ("a%20b/c%C3%A9.txt", "a b/cé.txt"),
        ("a..b/c", "a..b/c"), ("%61", "a"), ("a%25", "a%"),
    ])
    func `A path of plain names is one`(encoded: String, text: String) {
        #expect(FilePath(encoded: encoded)?.text == text)
    }

    @Test(arguments: [
        "", "/", "/etc/passwd", "a//b", "a/", "..", "../a", "a/../b", "a/..", ".", "./a", "a/./b", ".git/config",
        "a/.env",
        "%2e%2e/a", "%2E%2E%2Fa", "a%2Fb", "..%2f..%2fetc", "a%5Cb", "..\\a", "a\\b", "a%00b", "a%00", "%", "a%zz",
        "%FF",
        "a%0Ab", "a%7F", "%c0%ae%c0%ae/a", "%252e%252e/%00", "a/%2e", "%2e",
        // A combining character makes one Character with what stands before it.
        ".%CC%89x", "a/.%CC%81", ".\u{309}2", "a%2F%CC%81b", "..%5C%CC%81",
    ])
    func `Whatever could lead elsewhere is none`(encoded: String) {
        #expect(FilePath(encoded: encoded) == nil)
    }
}
