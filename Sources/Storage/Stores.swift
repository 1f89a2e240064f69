internal import SQLite

/// The stores on one view of the database. They belong to the call that lends them.
public struct Stores {
    public let offers: OfferStore
    public let changes: ChangeStore
    public let reference: ReferenceStore
    public let partnerKeys: PartnerKeyStore

    init(_ connection: Connection) {
        offers = OfferStore(connection)
        changes = ChangeStore(connection)
        reference = ReferenceStore(connection)
        partnerKeys = PartnerKeyStore(connection)
    }
}
