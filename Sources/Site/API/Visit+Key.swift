import Storage

extension Visit {
    /// Refuses programs without a key that has `scope`.
    /// - Throws: `PageError.keyRequired` and `.scopeMissing`.
    func requireKey(_ scope: PartnerKey.Scope) throws(PageError) {
        guard let partner else { throw .keyRequired }
        guard partner.scopes.contains(scope) else { throw .scopeMissing(scope) }
    }

    /// Whose key the program gave, on a route that lets no one in without.
    func keyHolder() throws(PageError) -> PartnerKey {
        guard let partner else { throw .keyRequired }
        return partner
    }
}
