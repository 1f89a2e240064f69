import HTTP1
import Secrets
import Web

/// The cookies of those who sign in, and of those who fill in a form without.
enum SessionCookie {
    static func name(_ request: Request) -> CookieName { CookieName("session", isSecure: request.isSecure) }

    /// Binds anonymous forms to the browser they were shown in.
    static func formName(_ request: Request) -> CookieName { CookieName("formulaire", isSecure: request.isSecure) }

    /// Ties a browser to what it began at an OpenID provider.
    static func openIDName(_ request: Request) -> CookieName {
        CookieName("connexion-externe", isSecure: request.isSecure)
    }

    /// Lives as long as the browser lets it; the database decides when it is over.
    static func setting(_ token: Token, _ request: Request, seconds: Int64?) -> SetCookie? {
        SetCookie(name(request), token.text, sameSite: .lax, maxAge: seconds.map { Int($0) })
    }
}
