import Testing

@testable import Feeds

@Suite struct JSONReaderTests {
    @Test func `values are read as they are written`() throws {
        let value = try #require(
            JSONValue(
                #" {"a":[1,-2.50,1e3,true,false,null],"b":"é\n\"\\\/\u00e9\ud83d\ude00\ud83dx","c":{},"d":[],"a b":"x"} "#
            ))
        #expect(value["a"] == .list([.text("1"), .text("-2.50"), .text("1e3"), .text("true"), .text("false"), .null]))
        #expect(value["b"] == .text("é\n\"\\/é😀\u{FFFD}x"))
        #expect(
            value["c"] == .object([:]) && value["d"] == .list([]) && value["a b"] == .text("x") && value["e"] == nil)
    }

    @Test(arguments: [
        "", " ", "{", "[", "{\"a\"}", "[1,]", "[1 2]", "{\"a\":1,}", "{a:1}", "'x'", "tru", "nul", "\"x", "\"\\q\"",
        "\"\\u12\"",
        "[1] x", "01a", "--1", "[1}", "{\"a\":1]", "\u{0}",
    ])
    func `what is no JSON is none`(text: String) { #expect(JSONValue(text) == nil, "\(text)") }

    @Test func `a cut keeps whole elements and drops the broken one`() {
        guard
            case .cut(let value) = JSONReader.read(Array(#"{"x":{"items":[{"id":1},{"id":2,"t":["a","b"],"u":"c"#.utf8))
        else {
            Issue.record("not cut")
            return
        }
        #expect(value["x"]?["items"] == .list([.object(["id": .text("1")])]))
    }

    @Test func `nesting is bounded`() {
        let deep = String(repeating: "[", count: 100_000)
        guard case .tooDeep = JSONReader.read(Array(deep.utf8)) else {
            Issue.record("not too deep")
            return
        }
        let allowed =
            String(repeating: "[", count: JSONReader.deepest) + String(repeating: "]", count: JSONReader.deepest)
        #expect(JSONValue(allowed) != nil)
    }
}
