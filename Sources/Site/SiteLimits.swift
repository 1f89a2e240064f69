/// Bounds on what people send.
struct SiteLimits: Sendable {
    /// Octets of a form.
    static let form = 256 << 10
    /// Octets of the cards of offers that lists keep ready, about.
    static let cards = 16 << 20
    /// Octets of a request to the API.
    static let apiContent = 64 << 10
    /// Octets of an address to come back to after signing in.
    static let nextPath = 500
    /// Passwords checked at once; each takes a core for a quarter of a second.
    static let hashing = 2
    /// People whose sign-in is being checked at an OpenID provider at once; each holds a worker meanwhile.
    static let openIDExchanges = 2
    /// Pending establishments on an agent's page.
    static let pendingMemberships = 100
    /// Offers of one recruiter, drafts included.
    static let postings = 300
    /// Lines of an offer's history on a page.
    static let events = 100
    /// Days to the deadline that a new offer is given unless its employer says otherwise.
    static let usualDaysOpen = 30
    /// Offers on a page of the moderation queue.
    static let queue = 100
    /// Offers on a page of an agent's list, and its pages.
    static let listed = 50
    static let listPages = 200
    /// Characters of what an agent looks for in a list.
    static let listWords = 100
    /// Characters of the passage shown below an offer found by its text.
    static let passage = 400
    /// Offers of one CSV file.
    static let exported = 20_000
    /// A searched term is shown to agents when it was searched so often in the days and the basin they look at: less often, it
    /// may be the name of one person (docs/decisions/0811-searched-words.md).
    static let fewestSearches = 5
    /// Searched terms on a page, and in a file.
    static let terms = 100
    static let exportedTerms = 10_000
    /// Tasks of the agents on a page.
    static let tasks = 100
    /// Offers that a new one is compared with, the last changed first, and those shown as near to it.
    static let comparedOffers = 400
    static let nearDuplicates = 5
    /// Partners' subscriptions on a page, and calls of one.
    static let webhooks = 1_000
    static let shownCalls = 50
    /// Establishments on a page.
    static let employers = 200
}
