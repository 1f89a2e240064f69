internal import Secrets
internal import Web

/// What a token of the provider has to say to be believed (OpenID Connect Core §3.1.3.7).
struct TokenRules {
    let settings: OpenIDSettings
    let now: Int64

    /// - Throws: `.invalid` with the first fault.
    func check(idToken claims: JSONValue, nonce: Token) throws(OpenIDError) {
        guard claims.text("iss") == settings.issuer else { throw .invalid(.issuer) }
        try checkAudience(claims)
        guard let end = claims.seconds("exp"), end > now - OpenIDLimits.clockSkew else { throw .invalid(.expired) }
        guard let start = claims.seconds("iat"), start <= now + OpenIDLimits.clockSkew,
            start > now - OpenIDLimits.tokenAge - OpenIDLimits.clockSkew,
            claims.seconds("nbf") ?? start <= now + OpenIDLimits.clockSkew
        else { throw .invalid(.tooOld) }
        guard let given = claims.text("nonce"), ConstantTime.areEqual(Array(given.utf8), Array(nonce.text.utf8)) else {
            throw .invalid(.nonce)
        }
        guard let subject = claims.text("sub"), subject.count <= OpenIDLimits.subject else { throw .invalid(.subject) }
        guard settings.levels.isEmpty || claims.text("acr").map(settings.levels.contains) ?? false else {
            throw .invalid(.level)
        }
    }

    /// The answer about the person: signed ones name issuer and audience where they have them (§5.3.2), all the same subject.
    func check(userInfo claims: JSONValue, of subject: String) throws(OpenIDError) {
        guard claims["iss"] == nil || claims.text("iss") == settings.issuer else { throw .invalid(.issuer) }
        if claims["aud"] != nil { try checkAudience(claims) }
        if let end = claims.seconds("exp"), end <= now - OpenIDLimits.clockSkew { throw .invalid(.expired) }
        guard claims.text("sub") == subject else { throw .invalid(.subject) }
    }

    private func checkAudience(_ claims: JSONValue) throws(OpenIDError) {
        let audience = claims.texts("aud")
        guard audience.contains(settings.clientID),
            audience.count == 1 || claims.text("azp") == settings.clientID,
            claims["azp"] == nil || claims.text("azp") == settings.clientID
        else { throw .invalid(.audience) }
    }
}
