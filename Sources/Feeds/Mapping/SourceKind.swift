/// How a source's offers are fetched and read.
public enum SourceKind: Sendable, Hashable {
    /// One document, read by a mapping.
    case feed(FeedKind)
    /// Pages with schema.org JobPosting, found through a list page or a sitemap.
    case pages
    /// Our own format of exchange, an offer a line.
    case jsonLines
    /// The API « Offres d'emploi v2 ».
    case franceTravail

    public static let all: [SourceKind] = FeedKind.allCases.map(SourceKind.feed) + [.pages, .jsonLines, .franceTravail]

    /// The mapping it has unless an agent writes another; nil where fields have fixed places.
    public var mapping: FeedMapping? {
        switch self {
        case .feed(let kind): kind.mapping
        case .pages: FeedKind.jobPosting.mapping
        case .jsonLines, .franceTravail: nil
        }
    }
}

extension SourceKind: RawRepresentable {
    public init?(rawValue: String) {
        switch rawValue {
        case "pages": self = .pages
        case "jsonl": self = .jsonLines
        case "france-travail": self = .franceTravail
        default:
            guard let kind = FeedKind(rawValue: rawValue) else { return nil }
            self = .feed(kind)
        }
    }

    public var rawValue: String {
        switch self {
        case .feed(let kind): kind.rawValue
        case .pages: "pages"
        case .jsonLines: "jsonl"
        case .franceTravail: "france-travail"
        }
    }
}
