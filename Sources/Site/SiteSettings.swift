/// What the operator of a board tells about itself. Each is a flag and an `EMPLOI_*` variable of `emploi serve`.
public struct SiteSettings: Sendable {
    /// Scheme and authority that absolute links begin with, without a trailing slash: `https://www.emploi.example`.
    public var baseURL: String
    /// Who publishes the site (loi n° 2004-575 pour la confiance dans l'économie numérique).
    public var publisher: String
    public var publicationDirector: String
    public var hostingProvider: String
    /// Where a person writes to: questions, accessibility, personal data.
    public var contact: String
    /// Requests to the API a minute from one address without a partner's key.
    public var anonymousRequestsPerMinute = Self.usualRequestsPerMinute

    public init(
        baseURL: String, publisher: String = Self.toComplete, publicationDirector: String = Self.toComplete,
        hostingProvider: String = Self.toComplete, contact: String = Self.toComplete
    ) {
        self.baseURL = baseURL
        self.publisher = publisher
        self.publicationDirector = publicationDirector
        self.hostingProvider = hostingProvider
        self.contact = contact
    }

    public static let usualRequestsPerMinute = 60

    /// Stands for a fact that the operator has not given: shown as it is, and reported by `emploi check`.
    public static let toComplete = "[à compléter par l’exploitant du site]"
}
