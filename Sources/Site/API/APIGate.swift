import HTTP1
import HTTPTypes
import Logging
import Recruitment
import Secrets
import Storage
import Web

/// Stands before the API, and before the forms of a search that hold every offer and are written anew each time: knows partners by
/// their keys, counts requests, and tells how many are left (draft-ietf-httpapi-ratelimit-headers-10). Everything else of the site
/// passes it untouched (docs/decisions/1030-what-is-counted.md).
struct APIGate: Sendable {
    let board: Board
    let settings: SiteSettings
    let logger: Logger
    private let limiter = RequestLimiter()

    /// What the snapshot and the other forms that read every offer, and a file of offers, count for.
    static let snapshotCost = 10

    /// The forms of a search that read every offer it finds and are kept nowhere.
    private static let wholeForms = Set(
        FeedForm.allCases.filter { $0.mostOffers == nil && $0 != .jsonFeed }.map { $0.path.link() })

    /// Seconds between two notes that a key is in use.
    private static let secondsBetweenNotes: Int64 = 3_600

    init(board: Board, settings: SiteSettings, logger: Logger) {
        self.board = board
        self.settings = settings
        self.logger = logger
    }

    private enum Caller {
        case anonymous
        case partner(PartnerKey)
        case unknownKey
    }

    func pass(_ request: Request, worker: Int, now: Instant, _ answer: (PartnerKey?) -> Response) -> Response {
        guard request.target.path.hasPrefix(API.root) || Self.wholeForms.contains(request.target.path) else {
            return answer(nil)
        }
        var response: Response
        if request.method == .options {
            response = answer(nil)
            if response.status == .noContent {
                response.fields[.accessControlAllowMethods] = response.fields[.allow]
                response.fields[.accessControlAllowHeaders] =
                    "Authorization, Content-Type, If-Match, If-None-Match, If-Modified-Since, Last-Event-ID"
                response.fields[.accessControlMaxAge] = "86400"
            }
        } else {
            do {
                response = counted(request, try caller(request, worker: worker), now: now, answer)
            } catch {
                logger.error("cannot look up a partner's key", metadata: ["error": "\(error)"])
                response = Problem(.serviceUnavailable, title: "Problème du site").response(fields: [.retryAfter: "5"])
            }
        }
        Self.share(&response)
        return response
    }

    /// The answer to a request that needs a key and shows no valid one, before its content is read; nil for any other, also
    /// where keys cannot be looked up now, which ``pass(_:worker:now:_:)`` tells. For event loops: one look by an index, on
    /// a connection that nobody keeps.
    func refusal(of head: Request, now: Instant, keyless: () -> Response) -> Response? {
        let caller: Caller
        do { caller = try self.caller(head, worker: board.store.quickReader) } catch { return nil }
        if case .partner = caller { return nil }
        var response = counted(head, caller, now: now) { _ in keyless() }
        Self.share(&response)
        return response
    }

    /// Lets pages of other sites read the answer.
    private static func share(_ response: inout Response) {
        response.fields[.accessControlAllowOrigin] = "*"
        response.fields[.accessControlExposeHeaders] =
            "ETag, Link, Location, Content-Range, Accept-Range, Retry-After, RateLimit, RateLimit-Policy"
        response.fields[.crossOriginResourcePolicy] = "cross-origin"
    }

    private func counted(
        _ request: Request, _ caller: Caller, now: Instant, _ answer: (PartnerKey?) -> Response
    ) -> Response {
        let cost = Self.cost(of: request)
        let name: String
        var partner: PartnerKey?
        let verdict: RequestLimiter.Verdict
        if case .partner(let key) = caller {
            name = "partenaire"
            partner = key
            verdict = limiter.count(
                "key \(key.id)", cost: cost, quota: key.requestsPerMinute, at: now.secondsSinceEpoch)
            note(key, at: now)
        } else {
            // A wrong key is counted as its sender, so that keys cannot be tried at will.
            name = "anonyme"
            verdict = limiter.count(
                request.clientNetwork, cost: cost, quota: settings.anonymousRequestsPerMinute,
                at: now.secondsSinceEpoch)
        }
        var response: Response
        if !verdict.isAllowed {
            response = Problem(
                .tooManyRequests, title: "Trop de requêtes",
                detail: "\(verdict.quota) requêtes par minute au plus. Réessayez dans \(verdict.seconds) s."
            ).response(fields: [.retryAfter: String(verdict.seconds)])
        } else if case .unknownKey = caller {
            response = Problem(
                .unauthorized, title: "Clé refusée",
                detail: "Cette clé n’existe pas ou a été révoquée. Sans clé, l’API se lit aussi."
            ).response(fields: [.wwwAuthenticate: "Bearer realm=\"emploi\", error=\"invalid_token\""])
        } else {
            response = answer(partner)
        }
        response.fields[.rateLimit] = "\"\(name)\";r=\(max(0, verdict.left));t=\(verdict.seconds)"
        response.fields[.rateLimitPolicy] = "\"\(name)\";q=\(verdict.quota);w=\(RequestLimiter.window)"
        // Two callers see different numbers: nobody else's cache may answer for us.
        // A 304 told again tells no numbers, and takes nothing that would have to be counted.
        if response.status != .notModified { response.reuse = .never }
        return response
    }

    /// Requests that read or write many offers count for more.
    private static func cost(of request: Request) -> Int {
        let path = request.target.path
        return path == API.snapshot.link() || wholeForms.contains(path) || DepositLimits.isFile(request)
            ? snapshotCost : 1
    }

    private func caller(_ request: Request, worker: Int) throws(StorageError) -> Caller {
        guard let field = request.fields[.authorization] else { return .anonymous }
        guard let token = Self.token(in: field) else { return .unknownKey }
        let hash = token.hash
        let key = try board.store.read(worker: worker) { stores throws(StorageError) in
            try stores.partnerKeys.key(hash: hash)
        }
        guard let key, key.isValid else { return .unknownKey }
        return .partner(key)
    }

    /// The token of an `Authorization` field (RFC 6750, 2.1).
    static func token(in field: String) -> Token? {
        let words = field.split(separator: " ")
        guard words.count == 2, words[0].lowercased() == "bearer" else { return nil }
        return Token(String(words[1]))
    }

    /// Not worth failing a request for: what goes wrong is logged.
    private func note(_ key: PartnerKey, at now: Instant) {
        if let last = key.lastUsedAt, now < last.adding(seconds: Self.secondsBetweenNotes), now >= last { return }
        do { try board.store.noteUse(ofPartnerKey: key.id, at: now) } catch {
            logger.warning("cannot note a key's use", metadata: ["key": "\(key.id)", "error": "\(error)"])
        }
    }
}

extension HTTPField.Name {
    /// RFC 8288.
    static let link = known("Link")
    static let rateLimit = known("RateLimit")
    static let rateLimitPolicy = known("RateLimit-Policy")
}
