public import Recruitment
internal import SQLite

extension Writing {
    /// The most establishments one person may add.
    public static let mostEstablishments = 50

    /// Notes that the account asks to act for an establishment; false where it did before, or has
    /// ``mostEstablishments`` already.
    public func addMembership(of account: AccountID, in siret: SIRET, at now: Instant) throws(StorageError) -> Bool {
        guard try stores.establishments.memberships(of: account).count < Self.mostEstablishments else { return false }
        try execute(
            "INSERT INTO establishment (siret, created_at) VALUES (?1, ?2) ON CONFLICT (siret) DO NOTHING",
            siret.description, now.secondsSinceEpoch)
        return try execute(
            """
            INSERT INTO membership (siret, account_id, state, created_at) VALUES (?1, ?2, 'pending', ?3)
            ON CONFLICT (siret, account_id) DO NOTHING
            """, siret.description, account.rawValue, now.secondsSinceEpoch) == 1
    }

    /// Notes an establishment that an agent writes for, with the name he gives it where nobody has said anything of it.
    public func addEstablishment(_ siret: SIRET, name: String, at now: Instant) throws(StorageError) {
        try execute(
            "INSERT INTO establishment (siret, created_at) VALUES (?1, ?2) ON CONFLICT (siret) DO NOTHING",
            siret.description, now.secondsSinceEpoch)
        guard try stores.establishments.establishment(siret)?.facts == nil else { return }
        try setFacts(Establishment.Facts(name: name, isOpen: true), of: siret, at: now)
    }

    /// An agent decides; false where there is no such membership, or another agent came first.
    public func decide(
        _ state: Membership.State, membershipOf account: AccountID, in siret: SIRET, by agent: AccountID,
        at now: Instant
    ) throws(StorageError) -> Bool {
        try execute(
            """
            UPDATE membership SET state = ?3, decided_at = ?4, decided_by = ?5
            WHERE siret = ?1 AND account_id = ?2 AND state = 'pending'
            """, siret.description, account.rawValue, state.rawValue, now.secondsSinceEpoch, agent.rawValue) == 1
    }

    /// Writes down what the register or an agent says.
    public func setFacts(_ facts: Establishment.Facts, of siret: SIRET, at now: Instant) throws(StorageError) {
        try execute(
            """
            UPDATE establishment SET name = ?2, activity = ?3, address = ?4, commune = ?5, open = ?6, checked_at = ?7
            WHERE siret = ?1
            """, siret.description, facts.name, facts.activity?.description, facts.address, facts.commune?.description,
            facts.isOpen, now.secondsSinceEpoch)
    }

    /// Notes that the register was asked, whatever it answered.
    public func noteAsked(_ siret: SIRET, at now: Instant) throws(StorageError) {
        try execute(
            "UPDATE establishment SET asked_at = ?2 WHERE siret = ?1", siret.description, now.secondsSinceEpoch)
    }
}
