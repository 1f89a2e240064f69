public import HTTP1
import HTTPTypes

extension Request {
    /// Where a request with effects says it comes from.
    public enum Origin: Sendable, Hashable {
        /// This site, by `Sec-Fetch-Site` or `Origin`.
        case same
        /// Another one: refuse it.
        case other
        /// A program, or a browser too old to say.
        case unknown
    }

    /// What browsers say about the page that made a request, which no page can forge (Fetch Metadata; RFC 6454).
    /// A user's own doing (`none`: the address bar) counts as this site. Another scheme or port of this host is another origin.
    public var origin: Origin {
        if let site = fields[.secFetchSite] { return site == "same-origin" || site == "none" ? .same : .other }
        guard let origin = fields[.origin] else { return .unknown }
        guard let authority else { return .other }
        return origin.lowercased() == (isSecure ? "https://" : "http://") + authority.lowercased() ? .same : .other
    }
}
