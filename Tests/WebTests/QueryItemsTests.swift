import Testing
import Web

@Suite struct QueryItemsTests {
    @Test func `Items keep their order and repeated names`() throws {
        let items = try QueryItems(query: "contrat=CDI&lieu=Moulins&contrat=CDD")
        #expect(items.items.map(\.name) == ["contrat", "lieu", "contrat"])
        #expect(items["contrat"] == "CDI")
        #expect(items.values("contrat") == ["CDI", "CDD"])
        #expect(items["absent"] == nil)
        #expect(items.values("absent") == [])
    }

    @Test(
        arguments: [
            (nil, []), ("", []), ("&&", []), ("a", [["a", ""]]), ("a=", [["a", ""]]), ("=b", [["", "b"]]),
            ("a=b=c", [["a", "b=c"]]), ("q=infirmi%C3%A8re+de+nuit", [["q", "infirmière de nuit"]]),
            ("q=100%&r=%zz", [["q", "100%"], ["r", "%zz"]]), ("a=1;b=2", [["a", "1;b=2"]]), ("a?b=1", [["a?b", "1"]]),
        ] as [(String?, [[String]])])
    func `A query is read as browsers write it`(query: String?, expected: [[String]]) throws {
        #expect(try QueryItems(query: query).items.map { [$0.name, $0.value] } == expected)
    }

    @Test func `More items than the limit are refused, not cut`() throws {
        var limits = InputLimits()
        limits.queryItems = 3
        #expect(try QueryItems(query: "a&b&c", limits: limits).items.count == 3)
        #expect(throws: FormError.tooManyItems) { try QueryItems(query: "a&b&c&d", limits: limits) }
        #expect(throws: FormError.tooManyItems) { try QueryItems(urlencoded: Array("a&b&c&d".utf8), limits: limits) }
    }

    @Test(arguments: ["a=%", "a=%zz", "%FF=1", "a=%00"])
    func `A body with a malformed encoding is refused`(body: String) {
        #expect(throws: FormError.malformedEncoding) { try QueryItems(urlencoded: Array(body.utf8)) }
    }

    @Test func `A body with too long a name or value is refused`() throws {
        var limits = InputLimits()
        limits.name = 2
        limits.value = 3
        #expect(try QueryItems(urlencoded: Array("ab=abc".utf8), limits: limits)["ab"] == "abc")
        #expect(throws: FormError.nameTooLong) { try QueryItems(urlencoded: Array("abc=1".utf8), limits: limits) }
        #expect(throws: FormError.valueTooLong) { try QueryItems(urlencoded: Array("a=abcd".utf8), limits: limits) }
    }

    @Test func `Items are printed so that reading gives the same back`() throws {
        var items: QueryItems = ["q": "a&b=c+d é", "": "", "vide": ""]
        #expect(items.encoded == "q=a%26b%3Dc%2Bd+%C3%A9&=&vide=")
        #expect(try QueryItems(query: items.encoded) == items)
        #expect(try QueryItems(urlencoded: Array(items.encoded.utf8)) == items)
        items.append("q", "2")
        items.set("q", to: "seul")
        #expect(items.items.map(\.value) == ["seul", "", ""])
        items.set("vide", to: nil)
        items.set("page", to: "3")
        #expect(items.encoded == "q=seul&=&page=3")
    }
}
