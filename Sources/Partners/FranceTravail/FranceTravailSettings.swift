/// Access to France Travail's API « Offres d'emploi v2 ».
public struct FranceTravailSettings: Sendable, Hashable {
    public var clientIdentifier: String
    public var clientSecret: String
    public var tokenURL = "https://entreprise.francetravail.fr/connexion/oauth2/access_token?realm=%2Fpartenaire"
    public var searchURL = "https://api.francetravail.io/partenaire/offresdemploi/v2/offres/search"
    public var scope = "api_offresdemploiv2 o2dsoffre"
    public var departement = "03"
    /// Partners whose offers are left out: our own deposit would come back otherwise.
    public var excludedPartners: [String] = []
    public var requestsPerSecond = 10
    /// Results a request, at most 150.
    public var pageSize = 150
    /// Index of the last result a search gives; the answers lower it where the API says less.
    public var lastIndex = 3_149
    /// Tries of one request before giving up.
    public var tries = 6
    /// Times a window is read again because its total changed meanwhile.
    public var rereadings = 2
    /// Requests of one pull, tokens included.
    public var mostRequests = 2_000

    public init(clientIdentifier: String, clientSecret: String) {
        self.clientIdentifier = clientIdentifier
        self.clientSecret = clientSecret
    }
}
