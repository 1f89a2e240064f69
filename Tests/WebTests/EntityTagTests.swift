import Testing

@testable import Web

@Suite struct EntityTagTests {
    @Test(arguments: [
        ("\"a\"", "a", false), ("W/\"a\"", "a", true), ("\"\"", "", false), ("\"a,b\\c\"", "a,b\\c", false),
    ])
    func `A tag is read and printed alike`(text: String, opaque: String, isWeak: Bool) {
        let tag = EntityTag(text)
        #expect(tag?.opaque == opaque)
        #expect(tag?.isWeak == isWeak)
        #expect(tag?.description == text)
    }

    @Test(arguments: [
        "", "a", "\"a", "a\"", "w/\"a\"", "W/a", "\"a b\"", "\"a\"b", "\"a\" ", "*", "\"\u{7F}\"", "\"a\",\"b\"",
    ])
    func `What is no tag is refused`(text: String) {
        #expect(EntityTag(text) == nil)
    }

    @Test func `A tag is not made of characters it may not have`() {
        #expect(EntityTag(opaque: "a\"b") == nil)
        #expect(EntityTag(opaque: "a b") == nil)
        #expect(EntityTag(opaque: "a\r\nb") == nil)
        #expect(EntityTag(opaque: "a-b", isWeak: true)?.description == "W/\"a-b\"")
    }

    // RFC 9110 §8.8.3.2, the table.
    @Test(arguments: [
        ("W/\"1\"", "W/\"1\"", false, true), ("W/\"1\"", "W/\"2\"", false, false), ("W/\"1\"", "\"1\"", false, true),
        ("\"1\"", "\"1\"", true, true), ("\"1\"", "\"2\"", false, false),
    ])
    func `Comparison is that of the RFC`(left: String, right: String, strongly: Bool, weakly: Bool) throws {
        let (left, right) = (try #require(EntityTag(left)), try #require(EntityTag(right)))
        #expect(left.stronglyEquals(right) == strongly)
        #expect(right.stronglyEquals(left) == strongly)
        #expect(left.weaklyEquals(right) == weakly)
    }

    @Test(arguments: [
        ("\"a\"", ["\"a\""]), ("\"a\", W/\"b\"", ["\"a\"", "W/\"b\""]), ("\"a,b\",\"c\"", ["\"a,b\"", "\"c\""]),
        (" , \"a\" ,, \"b\"", ["\"a\"", "\"b\""]), ("\"a\", b, \"c\"", ["\"a\""]), ("\"a\" \"b\"", ["\"a\""]),
        ("a", []),
        ("", []),
    ])
    func `A list is read as far as it is one`(text: String, tags: [String]) {
        #expect(EntityTag.list(text, limit: 64).map(\.description) == tags)
    }

    @Test func `A list is read up to its limit`() {
        #expect(EntityTag.list("\"a\",\"b\",\"c\"", limit: 2).count == 2)
    }

    @Test func `The tag of a content is half of its digest and differs by coding`() {
        let tag = EntityTag(of: Array("abc".utf8))
        #expect(tag.description == "\"ba7816bf8f01cfea414140de5dae2223\"")
        #expect(tag.coded(.identity) == tag)
        #expect(tag.coded(.gzip).description == "\"ba7816bf8f01cfea414140de5dae2223-gzip\"")
        #expect(tag.coded(.brotli).uncoded == tag)
        #expect(tag.coded(.gzip).uncoded == tag)
        #expect(tag.uncoded == tag)
        #expect(EntityTag(37, -1).description == "\"11.3w5e11264sgsf\"")
    }
}
