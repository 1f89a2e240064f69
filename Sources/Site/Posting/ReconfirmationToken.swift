import Recruitment
import Secrets
import Storage
import Web

/// Lets who has the mail say that an offer still stands, without signing in. It is good for one question about one offer: any
/// sign of the employer ends it, and so does the end of the offer.
struct ReconfirmationToken {
    private static let keyName = "reconfirmation"

    private let key: [UInt8]

    /// Makes the board's key for it, once.
    init(_ writing: borrowing Writing) throws(StorageError) {
        key = try writing.siteKey(Self.keyName, orElse: Random.bytes(32))
    }

    /// nil on a board that has never asked.
    init?(_ stores: Stores) throws(StorageError) {
        guard let key = try stores.accounts.siteKey(Self.keyName) else { return nil }
        self.key = key
    }

    private func code(_ posting: PostingID, askedAt: Instant) -> [UInt8] {
        HMAC.code(of: Array("reconfirmation:\(posting):\(askedAt.secondsSinceEpoch)".utf8), key: key)
    }

    func text(_ posting: PostingID, askedAt: Instant) -> String {
        Base64.url.encode(code(posting, askedAt: askedAt))
    }

    /// Whether it is that of the question which waits for an answer.
    func isValid(_ text: String, for posting: Posting) -> Bool {
        guard posting.status == .published, let askedAt = posting.lifecycle.askedAt,
            let octets = Base64.url.decode(text)
        else { return false }
        return ConstantTime.areEqual(octets, code(posting.id, askedAt: askedAt))
    }
}
