import Recruitment

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
    /// 500: something of ours failed; the text is for the log only.
    case failure(String)
}
