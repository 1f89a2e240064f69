import Recruitment
import Storage

/// Why a page cannot be shown. ``ErrorPages`` turns each into an answer in French.
enum PageError: Error {
    /// 404.
    case notFound
    /// 410: the offer was there and is closed.
    case gone(PostedOffer)
    /// 410 without a word on what it was: taken down by moderation.
    case removed
    /// 400: the request cannot be understood.
    case badRequest(reason: String)
    /// 403: nobody is signed in any more, and the request cannot be repeated after signing in.
    case signedOut
    /// 403: signed in as someone who may not do this.
    case forbidden
    /// 401: a program has to say by a key who it is.
    case keyRequired
    /// 403: the key does not open this.
    case scopeMissing(PartnerKey.Scope)
    /// 403: the key hands in offers of another source.
    case otherSource(SourceName)
    /// 403: the form is not one of ours, or was shown to another session.
    case formExpired
    /// 409: someone else was faster; what they did, in a sentence.
    case conflict(String)
    /// 410: a link of a mail that is used or over.
    case linkExpired
    /// 429: come back in so many seconds.
    case tooManyRequests(seconds: Int)
    /// 500: something of ours failed; the text is for the log only.
    case failure(String)
}
