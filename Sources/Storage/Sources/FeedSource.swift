public import Feeds
public import Recruitment

/// A source that this board fetches offers from by itself.
public struct FeedSource: Sendable, Hashable {
    /// What agents decide.
    public struct Settings: Sendable, Hashable {
        public static let longestLabel = 100
        public static let minutes = 15...10_080
        public static let mebibytes = 1...256
        /// Less than a lease: the process that fetches must be able to show that it lives.
        public static let seconds = 5...100

        public var kind: SourceKind
        public var label: String
        /// Empty for France Travail, whose addresses are settings of the program.
        public var url: String
        /// nil: as the kind has it.
        public var mapping: FeedMapping?
        public var minutesBetween: Int
        public var mostMebibytes: Int
        public var mostSeconds: Int
        /// Whether what it no longer holds is closed.
        public var isWhole: Bool
        public var isPaused: Bool

        public init(
            kind: SourceKind, label: String, url: String, mapping: FeedMapping? = nil, minutesBetween: Int = 360,
            mostMebibytes: Int = 50, mostSeconds: Int = 60, isWhole: Bool = true, isPaused: Bool = false
        ) {
            self.kind = kind
            self.label = label
            self.url = url
            self.mapping = mapping
            self.minutesBetween = minutesBetween
            self.mostMebibytes = mostMebibytes
            self.mostSeconds = mostSeconds
            self.isWhole = isWhole
            self.isPaused = isPaused
        }
    }

    /// What the last whole answer was known by (RFC 9110, 8.8).
    public struct Validators: Sendable, Hashable {
        public var etag: String?
        public var lastModified: String?

        public init(etag: String? = nil, lastModified: String? = nil) {
            self.etag = etag
            self.lastModified = lastModified
        }
    }

    public let name: SourceName
    public let settings: Settings
    public let version: Int
    public let nextAt: Instant
    /// Since the last success.
    public let failures: Int
    public let validators: Validators
}
