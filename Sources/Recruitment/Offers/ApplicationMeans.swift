/// How to apply. Everything may be absent: then the offer's own page says to ask the source.
public struct ApplicationMeans: Sendable, Hashable {
    /// http or https only.
    public var url: String?
    public var email: String?
    public var phone: String?
    /// A contact or a place: « se présenter à l'accueil ».
    public var instructions: String?

    public init(url: String? = nil, email: String? = nil, phone: String? = nil, instructions: String? = nil) {
        self.url = url
        self.email = email
        self.phone = phone
        self.instructions = instructions
    }
}
