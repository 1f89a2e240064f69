public import HTTP1
import HTTPTypes

/// A cookie to set or to take away: always `HttpOnly`, for every path and this host alone, `Secure` by its name's prefix.
public struct SetCookie: Sendable, Hashable {
    public enum SameSite: String, Sendable {
        /// Not sent when another site leads here: for what only forms of this site need.
        case strict = "Strict"
        /// Sent when a link on another site leads here, not with its forms: for sessions.
        case lax = "Lax"
    }

    public let name: CookieName
    public let value: String
    public let sameSite: SameSite
    /// In seconds; nil lives as long as the browser runs.
    public let maxAge: Int?

    /// nil if `value` has an octet that no cookie may have: give it a token, not a text.
    public init?(_ name: CookieName, _ value: String, sameSite: SameSite = .lax, maxAge: Int? = nil) {
        guard value.utf8.allSatisfy(isCookieOctet) else { return nil }
        self.init(name: name, value: value, sameSite: sameSite, maxAge: maxAge)
    }

    private init(name: CookieName, value: String, sameSite: SameSite, maxAge: Int?) {
        self.name = name
        self.value = value
        self.sameSite = sameSite
        self.maxAge = maxAge
    }

    /// Takes the cookie away.
    public static func removing(_ name: CookieName) -> SetCookie {
        SetCookie(name: name, value: "", sameSite: .lax, maxAge: 0)
    }

    /// As it stands in Set-Cookie.
    public var fieldValue: String {
        var text = "\(name.text)=\(value); Path=/; HttpOnly; SameSite=\(sameSite.rawValue)"
        if let maxAge { text += "; Max-Age=\(maxAge)" }
        if name.text.hasPrefix("__Host-") { text += "; Secure" }
        return text
    }
}

extension Response {
    /// Adds a Set-Cookie field, and keeps the answer out of every shared cache.
    public mutating func set(_ cookie: SetCookie) {
        fields.append(HTTPField(name: .setCookie, value: cookie.fieldValue))
        fields[.cacheControl] = CacheControl.noStore.fieldValue
        reuse = .never
    }
}
