import HTTP1
import HTTPTypes
import Testing
import Web

@Suite struct JSONTextTests {
    @Test(arguments: [
        ("", #""""#), ("aide", #""aide""#), ("a\"b\\c", #""a\"b\\c""#), ("a\nb\rc\td", #""a\nb\rc\td""#),
        ("\u{0}\u{1F}\u{7F}", #""\u0000\u001f\u007f""#), ("</script>", #""\u003c/script\u003e""#),
        ("a&b", #""a\u0026b""#),
        ("\u{2028}\u{2029}", #""\u2028\u2029""#), ("é🥐", #""é🥐""#), ("\u{E8}\u{A8}\u{A9}ꀨ", "\"\u{E8}\u{A8}\u{A9}ꀨ\""),
        ("\u{10028}", "\"\u{10028}\""), ("x\u{2028}y\u{2027}", "\"x\\u2028y\u{2027}\""),
    ])
    func `A string is escaped for JSON and for HTML`(text: String, json: String) {
        var bytes: [UInt8] = []
        text.appendJSON(to: &bytes)
        #expect(String(decoding: bytes, as: UTF8.self) == json)
    }

    @Test(
        arguments: [
            (0, "0"), (-1.5, "-1.5"), (12, "12"), (1e21, "1e+21"), (0.1, "0.1"), (.nan, "null"), (.infinity, "null"),
            (1.5e-300, "1.5e-300"), (1e15, "1000000000000000"), (123456789012345, "123456789012345"),
        ] as [(Double, String)])
    func `A number is the shortest text, and null where JSON has none`(value: Double, json: String) {
        var bytes: [UInt8] = []
        value.appendJSON(to: &bytes)
        #expect(String(decoding: bytes, as: UTF8.self) == json)
    }

    @Test func `Whole numbers are written as they read`() {
        var numbers = [0, 9, 10, 99, 100, 101, Int.max, Int.min, -1, -10, 1_000_000]
        numbers += (0..<200).map { _ in Int.random(in: Int.min...Int.max) >> Int.random(in: 0..<63) }
        let text = JSONText.array { array in for number in numbers { array.append(number) } }
        #expect(text.description == "[" + numbers.map(String.init).joined(separator: ",") + "]")
    }

    @Test func `A plain name is a name like another`() {
        let text = JSONText.object { object in
            object.member(plain: "un", 1)
            object.member("deux", String?.none)
            object.member(plain: "trois", true)
        }
        #expect(text.description == #"{"un":1,"deux":null,"trois":true}"#)
    }

    @Test func `Objects and arrays nest`() {
        let text = JSONText.object { offer in
            offer.member("titre", "Soudeur \"MIG\"")
            offer.member("id", 12)
            offer.member("salaire", 12.5)
            offer.member("vide", String?.none)
            offer.member("actif", true)
            offer.member("tags", ["a", "b"])
            offer.object("lieu") { place in
                place.member("commune", "Moulins")
                place.array("points") { points in
                    points.append(1)
                    points.array { $0.append(false) }
                    points.object { _ in }
                    points.append(JSONText.array { _ in })
                }
            }
            offer.member("fin", JSONValue.object([.init(name: "x", value: .array([.null, .integer(1)]))]))
        }
        #expect(
            text.description
                == #"{"titre":"Soudeur \"MIG\"","id":12,"salaire":12.5,"vide":null,"actif":true,"tags":["a","b"],"#
                + #""lieu":{"commune":"Moulins","points":[1,[false],{},[]]},"fin":{"x":[null,1]}}"#)
    }

    @Test func `A problem has the members of RFC 9457`() throws {
        let problem = Problem(
            .notFound, type: "https://exemple.fr/problemes/offre", title: "Offre introuvable", detail: "Expirée",
            instance: "/offres/1",
            members: [.init(name: "id", value: .integer(1)), .init(name: "status", value: .integer(1))])
        let response = problem.response(fields: [.retryAfter: "5"])
        #expect(response.status == .notFound)
        #expect(response.fields[.contentType] == "application/problem+json")
        #expect(response.fields[.cacheControl] == "no-store")
        #expect(response.fields[.retryAfter] == "5")
        #expect(
            problem.text.description
                == #"{"type":"https://exemple.fr/problemes/offre","title":"Offre introuvable","status":404,"#
                + #""detail":"Expirée","instance":"/offres/1","id":1}"#)
        #expect(Problem(.gone).text.description == #"{"type":"about:blank","title":"Gone","status":410}"#)
    }
}
