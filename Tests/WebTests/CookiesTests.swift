import HTTP1
import HTTPTypes
import Testing
import Web

@Suite struct CookiesTests {
    @Test(arguments: [
        ("a=1", "1"), ("b=2; a=1", "1"), ("a=1;b=2", "1"), ("  a=1  ; b=2", "1"), ("a=\"1\"", "1"), ("a=", ""),
        ("a=1=2", "1=2"),
        ("a=1; a=1", "1"), ("=x; a=1", "1"), ("x; a=1", "1"), ("b=é; a=1", "1"), ("a b=2; a=1", "1"), ("a=\"\"", ""),
        ("a=!#$%&'()*+-./:<=>?@[]^_`{|}~", "!#$%&'()*+-./:<=>?@[]^_`{|}~"),
    ])
    func `A pair is read`(field: String, value: String) {
        #expect(Cookies(field)["a"] == value)
    }

    @Test(arguments: [
        "", "b=1", "A=1", "a", "a =1", "aa=1", "a=1 2", "a=1,2", "a=\"1", "a=1\"", "a=é", "a=1\\2", "a=1\u{7F}", "$a=1",
        "=a=1",
        "a=1; a=2", "a=2; a=1; a=2", "a\t=1", "b=\"; a=1; \"c, a=\"1",
    ])
    func `What is malformed or ambiguous is not believed`(field: String) {
        if field.hasPrefix("b=\"") {
            // A quote does not hide a semicolon: the pair inside counts, as browsers would have sent it.
            #expect(Cookies(field)["a"] == "1")
        } else {
            #expect(Cookies(field)["a"] == nil)
        }
    }

    @Test func `Cookie fields over several lines are one list`() {
        var fields: HTTPFields = [:]
        fields.append(HTTPField(name: .cookie, value: "a=1; b=2"))
        fields.append(HTTPField(name: .cookie, value: "c=3; b=4"))
        let cookies = Cookies(fields)
        #expect(cookies["a"] == "1")
        #expect(cookies["b"] == nil)
        #expect(cookies["c"] == "3")
        #expect(Cookies([:])["a"] == nil)
    }

    @Test func `Pairs are bounded`() {
        var limits = InputLimits()
        limits.cookies = 2
        let cookies = Cookies("a=1; b=2; c=3", limits: limits)
        #expect(cookies["b"] == "2")
        #expect(cookies["c"] == nil)
    }

    @Test func `A cookie's name says that it is this host's where TLS protects it`() {
        #expect(CookieName("session", isSecure: true).text == "__Host-session")
        #expect(CookieName("session", isSecure: false).text == "session")
        let cookies = Cookies("session=planted; __Host-session=ours")
        #expect(cookies[CookieName("session", isSecure: true)] == "ours")
        // Names are case-sensitive: another spelling of the prefix is another cookie.
        #expect(Cookies("__host-session=x")[CookieName("session", isSecure: true)] == nil)
    }

    @Test func `A cookie is set with every protection there is`() {
        let name = CookieName("session", isSecure: true)
        #expect(
            SetCookie(name, "abc")?.fieldValue == "__Host-session=abc; Path=/; HttpOnly; SameSite=Lax; Secure")
        #expect(
            SetCookie(name, "abc", sameSite: .strict, maxAge: 60)?.fieldValue
                == "__Host-session=abc; Path=/; HttpOnly; SameSite=Strict; Max-Age=60; Secure")
        #expect(
            SetCookie.removing(CookieName("session", isSecure: false)).fieldValue
                == "session=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0")
    }

    @Test(arguments: ["a;b", "a b", "a\r\nSet-Cookie: x=1", "a,b", "\"a\"", "é", "a\\b", "a\0"])
    func `A value that could be taken for something else is refused`(value: String) {
        #expect(SetCookie(CookieName("a", isSecure: false), value) == nil)
    }

    @Test func `An answer that sets a cookie is kept by nobody`() throws {
        var response = Response(status: .ok, fields: [.cacheControl: "public, max-age=60"], reuse: .whileGeneration(1))
        response.set(try #require(SetCookie(CookieName("a", isSecure: false), "1")))
        response.set(try #require(SetCookie(CookieName("b", isSecure: false), "2")))
        #expect(response.fields[.cacheControl] == "no-store")
        #expect(response.fields[values: .setCookie].count == 2)
        #expect(response.reuse == .never)
    }
}
