/// How much of a request is read before it is refused, content apart (that is the handler's `BodyAdmission`).
public struct MessageLimits: Sendable, Hashable {
    /// Octets of a method; a longer one is unknown by definition.
    public var method = 32
    /// Octets of the request target; beyond: 414. At most 30,000.
    public var target = 8_192
    /// Octets of the field section, line ends included; beyond: 431. At most 30,000.
    public var fieldSection = 16_384
    /// Field lines; beyond: 431. At most 250.
    public var fieldLines = 100
    /// Empty lines tolerated before a request line (RFC 9112 §2.2).
    public var leadingEmptyLines = 4
    /// Digits of a chunk size: 15 keep it below 2⁶⁰.
    public var chunkSizeDigits = 15
    /// Octets that all the chunk extensions of one message may take together.
    public var chunkExtensions = 4_096
    /// Octets of the trailer section; beyond: 431.
    public var trailerSection = 8_192

    public init() {}

    /// The same, within what the parser's positions can count.
    var countable: MessageLimits {
        var limits = self
        limits.target = min(target, 30_000)
        limits.fieldSection = min(fieldSection, 30_000)
        limits.fieldLines = min(fieldLines, 250)
        limits.leadingEmptyLines = min(leadingEmptyLines, 100)
        limits.method = min(method, 256)
        limits.chunkSizeDigits = min(chunkSizeDigits, 15)
        return limits
    }
}
