/// How long and by whom an answer may be kept (RFC 9111 §5.2, RFC 8246).
public struct CacheControl: Sendable, Hashable {
    public let fieldValue: String

    /// Its URL changes with its content: one year, never asked for again.
    public static let immutable = CacheControl(fieldValue: "public, max-age=31536000, immutable")
    /// May be kept by anyone, but is asked for again (with its entity tag) at each use.
    public static let revalidate = CacheControl(fieldValue: "public, no-cache")
    /// May be kept by the browser alone and is asked for again at each use.
    public static let privateRevalidate = CacheControl(fieldValue: "private, no-cache")
    /// Personal data: kept nowhere.
    public static let noStore = CacheControl(fieldValue: "no-store")

    /// May be kept by anyone for so many seconds, then is asked for again.
    public static func shared(seconds: Int) -> CacheControl {
        CacheControl(fieldValue: "public, max-age=\(seconds)")
    }
}
