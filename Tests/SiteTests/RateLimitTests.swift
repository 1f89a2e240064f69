import HTTP1
import HTTPTypes
import Recruitment
import Secrets
import Storage
import Testing

@testable import Site

@Suite struct RateLimitTests {
    private let rateLimit = HTTPField.Name("RateLimit")!
    private let policy = HTTPField.Name("RateLimit-Policy")!

    @Test func `requests beyond the quota are told to wait, pages are not`() throws {
        let site = try TestSite([], settings: { $0.anonymousRequestsPerMinute = 3 })
        for left in [2, 1, 0] {
            let response = site.get("/api/v1/referentiels")
            #expect(response.status == .ok)
            #expect(response.fields[rateLimit] == "\"anonyme\";r=\(left);t=60")
            #expect(response.fields[policy] == "\"anonyme\";q=3;w=60")
        }
        let refused = site.get("/api/v1/referentiels")
        #expect(refused.status == .tooManyRequests)
        #expect(refused.fields[.retryAfter] == "60")
        #expect(refused.fields[.contentType] == "application/problem+json")
        #expect(refused.fields[.accessControlAllowOrigin] == "*")
        #expect(site.get("/offres").status == .ok)
    }

    @Test func `forms that hold every offer are counted as the snapshot is, feeds and pages are not`() throws {
        let site = try TestSite(settings: { $0.anonymousRequestsPerMinute = 25 })
        for form in ["/offres.csv", "/offres.ics?q=serveur"] {
            let response = site.get(form)
            #expect(response.status == .ok)
            #expect(response.fields[policy] == "\"anonyme\";q=25;w=60")
        }
        let refused = site.get("/partenaires/indeed.xml")
        #expect(refused.status == .tooManyRequests)
        #expect(refused.fields[.retryAfter] == "60")
        for page in ["/offres", "/offres.json", "/offres.atom", "/offres.rss", "/widget", "/sitemap.xml"] {
            #expect(site.get(page).status == .ok)
            #expect(site.get(page).fields[policy] == nil)
        }
        site.wait(seconds: 60)
        #expect(site.get("/partenaires/indeed.xml").status == .ok)
    }

    @Test func `a key has its own quota until it is revoked`() throws {
        let site = try TestSite([], settings: { $0.anonymousRequestsPerMinute = 1 })
        let key = Token.random()
        let id = try site.board.store.writing { writing throws(StorageError) in
            try writing.addPartnerKey(
                hash: key.hash, name: "Essai", scopes: [.read], source: nil, requestsPerMinute: 5, by: .command,
                at: TestSite.now)
        }
        let fields: HTTPFields = [.authorization: "Bearer \(key.text)"]
        #expect(site.get("/api/v1/referentiels").status == .ok)
        #expect(site.get("/api/v1/referentiels").status == .tooManyRequests)
        #expect(site.get("/api/v1/referentiels", fields).fields[rateLimit] == "\"partenaire\";r=4;t=60")
        let noted = try site.board.store.read(worker: 0) { stores throws(StorageError) in
            try stores.partnerKeys.all()
        }
        #expect(noted.first?.lastUsedAt == TestSite.now)
        for isThere in [true, false] {
            let isRevoked = try site.board.store.writing { writing throws(StorageError) in
                try writing.revokePartnerKey(id, by: .command, at: TestSite.now)
            }
            #expect(isRevoked == isThere)
        }
        let other = try TestSite([])
        let refused = other.get("/api/v1/referentiels", [.authorization: "Bearer \(Token.random().text)"])
        #expect(refused.status == .unauthorized)
        #expect(refused.fields[.wwwAuthenticate]?.hasPrefix("Bearer") == true)
        #expect(other.get("/api/v1/referentiels", [.authorization: "Basic YTpi"]).status == .unauthorized)
        // The revoked key counts as anonymous, whose quota is used up.
        #expect(site.get("/api/v1/referentiels", fields).status == .tooManyRequests)
    }

    @Test func `a key that only hands in offers does not read`() throws {
        let site = try TestSite([])
        let key = Token.random()
        _ = try site.board.store.writing { writing throws(StorageError) in
            try writing.addPartnerKey(
                hash: key.hash, name: "Dépôt", scopes: [.deposit], source: SourceName("essai"), requestsPerMinute: 5,
                by: .command, at: TestSite.now)
        }
        #expect(site.get("/api/v1/referentiels", [.authorization: "Bearer \(key.text)"]).status == .forbidden)
    }

    @Test func `windows end, clocks go back, and memory does not grow`() {
        let limiter = RequestLimiter(capacity: 8)
        #expect(limiter.count("a", quota: 1, at: 1_000).isAllowed)
        #expect(!limiter.count("a", quota: 1, at: 1_059).isAllowed)
        #expect(limiter.count("a", quota: 1, at: 1_060).isAllowed)
        #expect(limiter.count("a", quota: 1, at: 10).isAllowed)
        #expect(!limiter.count("a", quota: 1, at: 11).isAllowed)
        for newcomer in 0..<100 { #expect(limiter.count("new \(newcomer)", quota: 1, at: 20).isAllowed) }
        #expect(limiter.count("a", quota: 1, at: 21).isAllowed, "the oldest window is forgotten first")
    }
}
