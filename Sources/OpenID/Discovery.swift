internal import Web

/// Where a provider's endpoints are (OpenID Connect Discovery §3).
struct Discovery: Sendable {
    let authorization: String
    let token: String
    let userInfo: String
    let keys: String
    /// nil where it has none.
    let endSession: String?
    let takesSecretInBody: Bool

    /// Refuses a document of another issuer, and endpoints without TLS unless the issuer itself has none.
    init(_ document: JSONValue, issuer: String) throws(OpenIDError) {
        guard document.text("issuer") == issuer else { throw .misconfigured("the document is another issuer's") }
        let isSecure = issuer.hasPrefix("https://")
        func endpoint(_ name: String) throws(OpenIDError) -> String {
            guard let url = document.text(name), url.hasPrefix("https://") || !isSecure && url.hasPrefix("http://"),
                !url.contains("#"), url.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
            else { throw .misconfigured(name) }
            return url
        }
        authorization = try endpoint("authorization_endpoint")
        token = try endpoint("token_endpoint")
        userInfo = try endpoint("userinfo_endpoint")
        keys = try endpoint("jwks_uri")
        endSession = document["end_session_endpoint"] == nil ? nil : try endpoint("end_session_endpoint")
        takesSecretInBody = document.texts("token_endpoint_auth_methods_supported").contains("client_secret_post")
    }
}
