import HTML
import HTTP1
import HTTPTypes
import OpenID
import Recruitment
import Secrets
import Storage
import Web

extension Visit {
    /// Sends the browser to the provider. By GET, since a form may not lead to another site (Content-Security-Policy); what it
    /// changes is a cookie alone.
    func openIDStart() throws -> Response {
        guard let signIn = site.openID else { throw PageError.notFound }
        try site.guards.allowTry(request, at: now)
        let ticket = OpenIDTicket(flow: OpenIDFlow(), next: next(query["suite"]), at: now)
        let url: String
        do {
            url = try signIn.asking { () throws(OpenIDError) in
                try signIn.provider.authorizationURL(ticket.flow, at: now.secondsSinceEpoch)
            }
        } catch let error as OpenIDError { return failed(error, signIn) }
        guard
            let cookie = SetCookie(
                SessionCookie.openIDName(request), ticket.sealed(site.sealing.keyring),
                maxAge: Int(OpenIDTicket.lifetime))
        else { throw PageError.failure("a ticket is no cookie value") }
        var response = Response.seeOther(url)
        response.set(cookie)
        return response
    }

    /// Takes the provider's answer: the ticket is used up whatever it is.
    func openIDReturn() throws -> Response {
        guard let signIn = site.openID else { throw PageError.notFound }
        try site.guards.allowTry(request, at: now)
        var response = try openIDAnswer(signIn)
        response.set(.removing(SessionCookie.openIDName(request)))
        return response
    }

    private func openIDAnswer(_ signIn: OpenIDSignIn) throws -> Response {
        let cookie = Cookies(request.fields)[SessionCookie.openIDName(request)]
        guard let ticket = cookie.flatMap({ OpenIDTicket($0, site.sealing.keyring, at: now) }),
            ConstantTime.areEqual(Array((query["state"] ?? "").utf8), Array(ticket.flow.state.text.utf8))
        else {
            return openIDProblem("La connexion a pris trop de temps ou a commencé ailleurs. Recommencez.", .forbidden)
        }
        if query["error"] != nil { return openIDProblem("La connexion par \(signIn.name) a été annulée.", .forbidden) }
        guard let code = query["code"], !code.isEmpty else {
            return openIDProblem("La réponse de \(signIn.name) est incomplète. Recommencez.", .badRequest)
        }
        do {
            let identity = try signIn.asking { () throws(OpenIDError) in
                try signIn.provider.identity(code: code, ticket.flow, at: now.secondsSinceEpoch)
            }
            return try enter(identity, signIn, next: ticket.next)
        } catch let error as OpenIDError { return failed(error, signIn) }
    }

    private func failed(_ error: OpenIDError, _ signIn: OpenIDSignIn) -> Response {
        site.noteOpenID(error)
        switch error {
        case .unavailable, .misconfigured:
            return openIDProblem(
                "\(signIn.name) ne répond pas. Réessayez plus tard, ou entrez par courriel ou mot de passe.",
                .serviceUnavailable)
        case .refused, .invalid:
            return openIDProblem("La connexion par \(signIn.name) n’a pas abouti. Recommencez.", .forbidden)
        }
    }

    private func openIDProblem(_ sentence: String, _ status: HTTPResponse.Status) -> Response {
        signInPage(SignInPage.Content(notice: sentence), status: status)
    }

    /// Lets in who an administrator has added as an agent, or any recruiter, by an address that the provider vouches for: never
    /// by another one, which may be somebody else's.
    private func enter(_ identity: OpenIDIdentity, _ signIn: OpenIDSignIn, next: String?) throws -> Response {
        guard let email = identity.email.flatMap({ EmailAddress($0) }), identity.isEmailVerified else {
            return openIDProblem(
                "\(signIn.name) ne garantit pas votre adresse de courriel. Entrez par courriel ou mot de passe.",
                .forbidden)
        }
        let now = now
        let name = identity.name.flatMap { PersonName($0) } ?? PersonName(email.description)
        let siret = identity.siret.flatMap { SIRET($0) }
        let account = try write { writing throws(StorageError) -> Account? in
            var known = try writing.stores.accounts.account(email)
            if known == nil, let name { known = try writing.addAccount(.recruiter, email: email, name: name, at: now) }
            guard let known, known.disabledAt == nil else { return nil }
            if known.confirmedAt == nil {
                try writing.confirm(known.id, at: now)
                if !known.isAgent, let name { try writing.rename(known.id, name) }
                try writing.log(
                    LoggedEvent(
                        "adresse-confirmee", on: .account(known.id), by: .account(known.id), after: "openid", at: now))
            }
            if !known.isAgent, let siret, try writing.addMembership(of: known.id, in: siret, at: now) {
                try writing.log(
                    LoggedEvent(
                        "rattachement-demande", on: .establishment(siret), by: .account(known.id),
                        after: email.description, at: now))
            }
            return try writing.stores.accounts.account(known.id)
        }
        guard let account else { return openIDProblem("Ce compte est fermé.", .forbidden) }
        return try begin(
            (account, try level(of: account, identity)), method: .openID, next: next, idToken: identity.idToken)
    }

    /// Without a level that the operator asked of the provider, an agent still owes the second factor of this site.
    private func level(of account: Account, _ identity: OpenIDIdentity) throws -> Session.Level {
        guard account.isAgent, !identity.hasLevel else { return .full }
        let secrets = try read { stores throws(StorageError) in try stores.accounts.secrets(of: account.id) }
        return secrets.totp == nil ? .enrolment : .code
    }
}
