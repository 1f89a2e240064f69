public import Curl
public import Feeds
public import Recruitment

/// One fetch of one source.
public struct SourceRequest: Sendable {
    public var source: SourceName
    public var kind: SourceKind
    public var url: String
    /// nil: as the kind has it.
    public var mapping: FeedMapping?
    public var mostOctets: Int
    public var mostSeconds: Int
    /// Those of the last whole answer: the server may then say that nothing has changed.
    public var validators: HTTPValidators
    /// Only to see what it gives: a few pages, the last days.
    public var isTrial: Bool

    public init(
        source: SourceName, kind: SourceKind, url: String, mapping: FeedMapping? = nil, mostOctets: Int,
        mostSeconds: Int, validators: HTTPValidators = HTTPValidators(), isTrial: Bool = false
    ) {
        self.source = source
        self.kind = kind
        self.url = url
        self.mapping = mapping
        self.mostOctets = mostOctets
        self.mostSeconds = mostSeconds
        self.validators = validators
        self.isTrial = isTrial
    }

    var limits: TransferLimits {
        TransferLimits(total: mostSeconds * 1_000, body: mostOctets, redirects: 5)
    }
}
