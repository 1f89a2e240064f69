import HTML
import HTTP1
import HTTPTypes
import Recruitment
import Storage
import Web

extension Visit {
    func pendingEstablishments() throws -> Response {
        let pending = try read { stores throws(StorageError) in
            try stores.establishments.pendingMemberships(limit: SiteLimits.pendingMemberships).map {
                PendingEstablishmentsPage.Item(membership: $0.membership, account: $0.account)
            }
        }
        return page(Layout.Head(title: "Établissements à vérifier", isIndexed: false, section: .ownSpace)) { seal in
            PendingEstablishmentsPage(items: pending, seal: seal, today: today).html
        }
    }

    /// An agent says whether a recruiter acts for an establishment. The second to decide is told, nothing is overwritten.
    func decideMembership() throws -> Response {
        let agent = try account()
        let state: Membership.State
        switch field("decision") {
        case "verifier": state = .verified
        case "refuser": state = .refused
        default: throw PageError.badRequest(reason: "La décision manque.")
        }
        guard let siret = SIRET(field("siret")), let id = AccountID(field("compte")) else {
            throw PageError.badRequest(reason: "L’établissement ou le compte manque.")
        }
        let name = PersonName(field("nom"))?.description
        let (now, settings) = (now, site.settings)
        let isDone = try write { writing throws(StorageError) -> Bool in
            guard let recruiter = try writing.stores.accounts.account(id),
                try writing.decide(state, membershipOf: id, in: siret, by: agent.id, at: now)
            else { return false }
            if state == .verified, let name, try writing.stores.establishments.establishment(siret)?.facts == nil {
                try writing.setFacts(Establishment.Facts(name: name, isOpen: true), of: siret, at: now)
            }
            try writing.log(
                LoggedEvent(
                    "rattachement-decide", on: .establishment(siret), by: .account(agent.id), before: "pending",
                    after: "\(state.rawValue) \(recruiter.email)", at: now))
            let letter = AccountLetters(settings: settings).membership(siret, state)
            try writing.add(letter.mail(to: recruiter.email, name: recruiter.name, settings: settings), at: now)
            return true
        }
        guard isDone else {
            throw PageError.conflict("Un autre agent a déjà décidé pour cet établissement et cette personne.")
        }
        return .seeOther(Paths.pendingEstablishments.link())
    }
}
