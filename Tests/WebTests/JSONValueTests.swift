import HTTPTypes
import Testing
import Web

@Suite struct JSONValueTests {
    private func read(_ text: String, limits: InputLimits = .standard) throws(FormError) -> JSONValue {
        try JSONValue(Array(text.utf8), limits: limits)
    }

    private func written(_ value: JSONValue) -> String {
        var octets: [UInt8] = []
        value.appendJSON(to: &octets)
        return String(decoding: octets, as: UTF8.self)
    }

    @Test(arguments: [
        ("null", "null"), (" true ", "true"), ("false\n", "false"), ("0", "0"), ("-0", "0"), ("-12", "-12"),
        ("1.50", "1.5"), ("1e2", "100"),
        ("1E+2", "100"), ("25e-1", "2.5"), ("9223372036854775807", "9223372036854775807"),
        ("9223372036854775808", "9.223372036854776e+18"),
        ("\"\"", "\"\""), ("\"\\u00e9\\ud83e\\udd50\\/\\b\\f\"", "\"é🥐/\\u0008\\u000c\""), ("[]", "[]"),
        ("[1, [2 ,3]]", "[1,[2,3]]"), ("{}", "{}"),
        ("{ \"a\" : 1 , \"b\" : { \"a\" : [] } }", "{\"a\":1,\"b\":{\"a\":[]}}"), ("\"\u{7F}é\"", "\"\\u007fé\""),
        ("\t[\r\n]", "[]"),
    ])
    func `A JSON text is read`(text: String, json: String) throws {
        #expect(written(try read(text)) == json)
    }

    @Test(arguments: [
        "", " ", "nul", "nulll", "True", "01", "-", "+1", ".5", "1.", "1e", "1e+", "0x1", "NaN", "Infinity", "1e999",
        "1 2", "[1,]", "[,1]", "[1", "[1 2]",
        "{", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{a:1}", "{'a':1}", "{\"a\":1 \"b\":2}", "{\"a\":1,\"a\":2}", "\"",
        "\"\\\"", "\"\\x\"", "\"\\u12\"", "\"\\ud800\"",
        "\"\\ud800\\u0041\"", "\"\\udc00\"", "\"\\u0000\"", "\"a\nb\"", "\"\u{1}\"", "\u{FEFF}1", "/**/1", "[1]]", "}",
        ":", ",", "\"\\u+123\"",
    ])
    func `What is no JSON text is refused`(text: String) {
        #expect(throws: FormError.self) { try read(text) }
    }

    @Test func `The error says where`() {
        #expect(throws: FormError.malformedJSON(offset: 5)) { try read("[1,2 x]") }
        #expect(FormError.malformedJSON(offset: 0).status == .badRequest)
    }

    @Test func `Octets that are not UTF-8 are refused`() {
        #expect(throws: FormError.malformedJSON(offset: 1)) { try JSONValue([0x22, 0xE9, 0x22]) }
    }

    @Test func `Depth is bounded`() throws {
        func nested(_ depth: Int) -> String {
            String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        }
        #expect(try read(nested(32)) != .null)
        #expect(throws: FormError.malformedJSON(offset: 32)) { try read(nested(33)) }
        #expect(throws: FormError.self) { try read(String(repeating: "{\"a\":", count: 100_000)) }
        // Beside one another is not inside one another.
        #expect(try read("[" + String(repeating: "[],", count: 100) + "[]]") != .null)
    }

    @Test func `A member is found by its name`() throws {
        let value = try read("{\"a\":1,\"b\":[true]}")
        #expect(value["a"] == .integer(1))
        #expect(value["b"] == .array([.bool(true)]))
        #expect(value["c"] == nil)
        #expect(JSONValue.null["a"] == nil)
    }
}
