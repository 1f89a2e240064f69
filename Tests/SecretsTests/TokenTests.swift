import Secrets
import Testing

@Suite struct TokenTests {
    @Test func `Tokens are long, different, and read back`() throws {
        let token = Token.random()
        #expect(token.text.utf8.count == 43)
        #expect(Token.random() != token)
        #expect(Token(token.text) == token)
        #expect(token.hash == Token(token.text)?.hash)
        #expect(token.hash.count == 32)
        #expect("\(token)" == "Token(…)")
    }

    @Test(arguments: [
        "", "abc", String(repeating: "A", count: 42), String(repeating: "A", count: 44),
        String(repeating: "A", count: 42) + "=",
        String(repeating: "A", count: 42) + "B", String(repeating: "A", count: 42) + "+",
        String(repeating: "é", count: 43),
    ])
    func `What is no token is refused`(text: String) {
        #expect(Token(text) == nil)
    }

    // RFC 4648 §10.
    @Test(arguments: [
        ("", ""), ("f", "Zg"), ("fo", "Zm8"), ("foo", "Zm9v"), ("foob", "Zm9vYg"), ("fooba", "Zm9vYmE"),
        ("foobar", "Zm9vYmFy"),
    ])
    func `Base64 is that of RFC 4648 without padding`(text: String, encoded: String) {
        #expect(Base64.standard.encode(Array(text.utf8)) == encoded)
        #expect(Base64.url.decode(encoded) == Array(text.utf8))
    }

    @Test func `Each alphabet has its own two last characters`() {
        #expect(Base64.standard.encode([0xFB, 0xFF]) == "+/8")
        #expect(Base64.url.encode([0xFB, 0xFF]) == "-_8")
        #expect(Base64.url.decode("+/8") == nil)
        #expect(Base64.standard.decode("-_8") == nil)
        #expect(Base64.url.decode("-_9") == nil)
        #expect(Base64.url.decode("A") == nil)
        #expect(Base64.url.decode("AA==") == nil)
        for length in 0..<64 {
            let octets = Random.bytes(length)
            #expect(Base64.url.decode(Base64.url.encode(octets)) == octets)
        }
    }

    @Test func `A readable code survives being typed`() {
        let code = ReadableCode.random(characters: 8)
        #expect(code.utf8.count == 9)
        #expect(ReadableCode.normalized(code) == code)
        #expect(ReadableCode.normalized(code.lowercased().split(separator: "-").joined(separator: " ")) == code)
        #expect(ReadableCode.normalized("oil0-k") == "0110-K")
        #expect(ReadableCode.normalized("7U") == nil)
        #expect(ReadableCode.normalized("") == nil)
        #expect(ReadableCode.normalized(String(repeating: "1", count: 65)) == nil)
        #expect(ReadableCode.random(characters: 6).utf8.count == 7)
    }

    @Test func `Random octets are as many as asked for`() {
        #expect(Random.bytes(0).isEmpty)
        #expect(Random.bytes(1000).count == 1000)
        #expect(Set(Random.bytes(4096)).count > 200)
    }
}
