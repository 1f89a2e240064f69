import Testing
import Web

@Suite struct PercentEncodingTests {
    @Test(arguments: [
        ("offres", "offres"), ("caf%C3%A9", "café"), ("caf%c3%a9", "café"), ("a%2Fb", "a/b"), ("a+b", "a+b"), ("", ""),
        ("%F0%9F%A5%90", "🥐"),
    ])
    func `A path segment is decoded, plus standing for itself`(encoded: String, text: String) {
        #expect(PercentEncoding.decodeSegment(encoded.utf8) == text)
    }

    @Test(arguments: ["%", "%4", "%zz", "a%", "%C3", "%FF", "%C0%AF", "%ED%A0%80", "%00", "a%00b", "%-1", "% 1"])
    func `A path segment with a malformed escape, other octets than UTF-8 or NUL is refused`(encoded: String) {
        #expect(PercentEncoding.decodeSegment(encoded.utf8) == nil)
        #expect(PercentEncoding.decodeFormComponent(encoded.utf8) == nil)
    }

    @Test(arguments: [
        ("a+b", "a b"), ("a%2Bb", "a+b"), ("100%", "100%"), ("%zz", "%zz"), ("%4", "%4"), ("%%41", "%A"),
        ("%FF", "\u{FFFD}"), ("a%00b", "a\u{FFFD}b"), ("caf%E9", "caf\u{FFFD}"),
    ])
    func `A query component is never refused`(encoded: String, text: String) {
        #expect(PercentEncoding.decodeQueryComponent(encoded.utf8) == text)
    }

    @Test(arguments: [
        ("a b", "a%20b", "a+b"), ("a/b?c#d", "a%2Fb%3Fc%23d", "a%2Fb%3Fc%23d"), ("café", "caf%C3%A9", "caf%C3%A9"),
        ("a+b&c=d", "a+b&c=d", "a%2Bb%26c%3Dd"), ("~*", "~*", "%7E*"), ("", "", ""), ("%", "%25", "%25"),
        ("\"<>\\^`{|}", "%22%3C%3E%5C%5E%60%7B%7C%7D", "%22%3C%3E%5C%5E%60%7B%7C%7D"),
    ])
    func `What is encoded decodes to the same`(text: String, segment: String, component: String) {
        #expect(PercentEncoding.encodeSegment(text) == segment)
        #expect(PercentEncoding.encodeFormComponent(text) == component)
        #expect(PercentEncoding.decodeSegment(segment.utf8) == text)
        #expect(PercentEncoding.decodeFormComponent(component.utf8) == text)
        #expect(PercentEncoding.decodeQueryComponent(component.utf8) == text)
    }
}
