import Recruitment
import Storage
import Web

extension Posting {
    /// What was typed, and the change that waits, once `change` is made to both.
    func typed(_ change: (inout OfferForm) -> Void) throws(FormError) -> (fields: String, revision: String?) {
        var form = try OfferForm(encoded: fields)
        change(&form)
        guard let revision else { return (form.items.encoded, nil) }
        var waiting = try OfferForm(encoded: revision)
        change(&waiting)
        return (form.items.encoded, waiting.items.encoded)
    }
}

extension Stores {
    /// For which establishments someone may write: those a recruiter acts for, or asks to; to an agent, that of `posting`.
    func memberships(of account: Account, for posting: Posting?) throws(StorageError) -> [Membership] {
        guard account.isAgent else {
            return try establishments.memberships(of: account.id).filter { $0.state != .refused }
        }
        guard let posting, let establishment = try establishments.establishment(posting.siret) else { return [] }
        return [
            Membership(
                account: account.id, establishment: establishment, state: .verified, createdAt: posting.createdAt,
                decidedAt: nil)
        ]
    }

    /// Whether someone acts for an establishment; agents who write for employers may for each.
    func state(of account: Account, in siret: SIRET) throws(StorageError) -> Membership.State? {
        account.isAgent ? .verified : try postings.membershipState(of: account.id, in: siret)
    }

    /// The same of who wrote a posting.
    func authorState(of posting: Posting) throws(StorageError) -> Membership.State? {
        guard let author = try accounts.account(posting.author) else { return nil }
        return try state(of: author, in: posting.siret)
    }
}

extension OfferActor {
    /// Someone signed in, for an establishment for which he is `membership`.
    init(_ account: Account, membership: Membership.State?, isTrusted: Bool) {
        if account.isAgent {
            let roles = AgentRole.allCases.filter(account.roles.contains)
            let role = roles.first(where: \.moderates) ?? roles.first(where: \.actsForEmployers)
            self = role.map(OfferActor.agent) ?? .stranger
        } else if membership == .pending || membership == .verified {
            self = .recruiter(isTrusted: isTrusted && membership == .verified)
        } else {
            self = .stranger
        }
    }
}
