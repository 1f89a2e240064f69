import HTTP1
import Recruitment
import Secrets
import Synchronization
import Web

/// What stands between a stranger and the credential forms: counts by address of the network and by account, whether the
/// account exists or not, and a bound on hashing.
final class CredentialGuards: Sendable {
    /// Passwords, codes and links tried.
    private let triesByClient = AttemptLimiter(burst: 30, secondsBetween: 30)
    private let triesByAccount = AttemptLimiter(burst: 8, secondsBetween: 120)
    /// Mails asked for: each costs a stranger a mail.
    private let mailsByClient = AttemptLimiter(burst: 20, secondsBetween: 180)
    private let mailsByAddress = AttemptLimiter(burst: 4, secondsBetween: 600)
    /// Reports of offers: each costs an agent's time.
    private let reportsByClient = AttemptLimiter(burst: 10, secondsBetween: 300)
    /// Addresses of employers shown: enough for a room of jobseekers behind one router, too few to collect them.
    private let addressesByClient = AttemptLimiter(burst: 40, secondsBetween: 120)
    /// Offers looked at while they are written: one a second, for as long as one likes.
    private let checksByAccount = AttemptLimiter(burst: 60, secondsBetween: 1)
    /// Clicks to apply that are counted.
    private let clicksByClient = AttemptLimiter(burst: 60, secondsBetween: 60)
    private let hashing = Atomic(0)
    private let decoy: PasswordHash?
    private let cost: PasswordHash.Cost

    init(cost: PasswordHash.Cost) {
        self.cost = cost
        let parameters = "ln=\(cost.logN),r=\(cost.r),p=\(cost.p)"
        let nothing = Base64.standard.encode([UInt8](repeating: 0, count: 32))
        decoy = PasswordHash("$scrypt$\(parameters)$\(nothing)$\(nothing)")
    }

    /// Counts a try at a credential.
    func allowTry(_ request: Request, account: String, at now: Instant) throws(PageError) {
        try Self.check(triesByClient.attempt(request.clientNetwork, at: now.secondsSinceEpoch))
        try Self.check(triesByAccount.attempt(account, at: now.secondsSinceEpoch))
    }

    /// Counts a try by someone who names no account: a link of a mail.
    func allowTry(_ request: Request, at now: Instant) throws(PageError) {
        try Self.check(triesByClient.attempt(request.clientNetwork, at: now.secondsSinceEpoch))
    }

    /// The account's own tries start anew: one was right.
    func forgive(account: String) {
        triesByAccount.forget(account)
    }

    func allowMail(_ request: Request, to address: EmailAddress, at now: Instant) throws(PageError) {
        try Self.check(mailsByClient.attempt(request.clientNetwork, at: now.secondsSinceEpoch))
        try Self.check(mailsByAddress.attempt(address.key, at: now.secondsSinceEpoch))
    }

    func allowReport(_ request: Request, at now: Instant) throws(PageError) {
        try Self.check(reportsByClient.attempt(request.clientNetwork, at: now.secondsSinceEpoch))
    }

    func allowAddress(_ request: Request, at now: Instant) throws(PageError) {
        try Self.check(addressesByClient.attempt(request.clientNetwork, at: now.secondsSinceEpoch))
    }

    func allowCheck(_ account: AccountID, at now: Instant) throws(PageError) {
        try Self.check(checksByAccount.attempt(account.description, at: now.secondsSinceEpoch))
    }

    /// Whether a click to apply is counted; nobody is refused for clicking.
    func counts(_ request: Request, at now: Instant) -> Bool {
        clicksByClient.attempt(request.clientNetwork, at: now.secondsSinceEpoch) == nil
    }

    /// Whether `password` is the one of `hash`. As long a computation without a hash.
    func matches(_ password: String, _ hash: String?) throws(PageError) -> Bool {
        let known = hash.flatMap { PasswordHash($0) }
        return try whileHashing {
            let isRight = (known ?? decoy)?.matches(password) ?? false
            return isRight && known != nil
        }
    }

    func hash(_ password: String) throws(PageError) -> String {
        try whileHashing { PasswordHash(of: password, cost: cost).text }
    }

    private func whileHashing<Result>(_ body: () -> Result) throws(PageError) -> Result {
        defer { hashing.subtract(1, ordering: .relaxed) }
        guard hashing.add(1, ordering: .relaxed).newValue <= SiteLimits.hashing else {
            throw .tooManyRequests(seconds: 2)
        }
        return body()
    }

    private static func check(_ wait: Int64?) throws(PageError) {
        if let wait { throw .tooManyRequests(seconds: Int(wait)) }
    }
}
