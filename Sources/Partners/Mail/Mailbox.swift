public import Recruitment

/// A name and an address, as `From` and `To` show them.
public struct Mailbox: Sendable, Hashable {
    public let name: String?
    public let address: EmailAddress

    public init(_ address: EmailAddress, name: String? = nil) {
        self.name = name
        self.address = address
    }
}
