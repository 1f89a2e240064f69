/// How the bytes of a source are read into records.
public enum FeedFormat: String, Sendable, Hashable, CaseIterable {
    case xml
    case json
    /// schema.org JobPosting in JSON-LD, in an HTML page or alone.
    case jobPosting = "job-posting"
    /// RFC 4180, and what spreadsheets make of it.
    case csv
}
