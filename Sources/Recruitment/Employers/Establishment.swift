/// A place where an employer works, by its number in the Sirene register.
public struct Establishment: Sendable, Hashable {
    /// What the register, or an agent who looked there, says of an establishment.
    public struct Facts: Sendable, Hashable {
        public var name: String
        public var activity: NAFCode?
        public var address: String?
        public var commune: INSEECode?
        public var isOpen: Bool

        public init(
            name: String, activity: NAFCode? = nil, address: String? = nil, commune: INSEECode? = nil, isOpen: Bool
        ) {
            self.name = name
            self.activity = activity
            self.address = address
            self.commune = commune
            self.isOpen = isOpen
        }
    }

    public let siret: SIRET
    /// nil while nobody has said anything.
    public let facts: Facts?
    public let checkedAt: Instant?

    public init(siret: SIRET, facts: Facts? = nil, checkedAt: Instant? = nil) {
        self.siret = siret
        self.facts = facts
        self.checkedAt = checkedAt
    }
}
