public import HTTPTypes

/// The conditions a request puts on the state of its target, and what they decide (RFC 9110 §13).
public struct Preconditions: Sendable {
    public enum Outcome: Sendable, Hashable {
        /// Do what was asked. `range`: whether a Range field may be honoured (GET only, and `If-Range` holds).
        case proceed(range: Bool)
        /// 304.
        case notModified
        /// 412.
        case failed
    }

    private let method: HTTPRequest.Method
    private let ifMatch: String?
    private let ifNoneMatch: String?
    private let ifModifiedSince: String?
    private let ifUnmodifiedSince: String?
    private let ifRange: String?
    private let hasRange: Bool
    private let limits: InputLimits

    public init(_ method: HTTPRequest.Method, _ fields: HTTPFields, limits: InputLimits = .standard) {
        self.method = method
        ifMatch = fields[.ifMatch]
        ifNoneMatch = fields[.ifNoneMatch]
        ifModifiedSince = fields[.ifModifiedSince]
        ifUnmodifiedSince = fields[.ifUnmodifiedSince]
        ifRange = fields[.ifRange]
        hasRange = fields.contains(.range)
        self.limits = limits
    }

    /// Weighs the conditions in the order of RFC 9110 §13.2.2. To be asked only where the answer without conditions would be
    /// 2xx (§13.2.1).
    /// - Parameters:
    ///   - entityTag: of the selected representation; nil where it has none or there is no representation yet.
    ///   - exists: whether the target has a current representation: decides `*`.
    ///   - now: a Last-Modified of this second is no strong validator, since the second is not over (§8.8.2.2).
    public func outcome(
        entityTag: EntityTag?, lastModified: HTTPDate?, exists: Bool = true, now: HTTPDate = .now
    ) -> Outcome {
        let reads = method == .get || method == .head
        if let ifMatch {
            if !matches(ifMatch, entityTag, exists: exists, strongly: true, reads: reads) { return .failed }
        } else if let since = ifUnmodifiedSince.flatMap({ HTTPDate($0, now: now) }), let lastModified,
            lastModified > since
        {
            return .failed
        }
        if let ifNoneMatch {
            if matches(ifNoneMatch, entityTag, exists: exists, strongly: false, reads: reads) {
                return reads ? .notModified : .failed
            }
        } else if reads, let since = ifModifiedSince.flatMap({ HTTPDate($0, now: now) }), let lastModified,
            lastModified <= since
        {
            return .notModified
        }
        guard method == .get, hasRange else { return .proceed(range: false) }
        guard let ifRange else { return .proceed(range: true) }
        if let tag = EntityTag(ifRange) { return .proceed(range: entityTag.map(tag.stronglyEquals) ?? false) }
        let date = HTTPDate(ifRange, now: now)
        return .proceed(range: date != nil && date == lastModified && lastModified.map { $0 < now } ?? false)
    }

    /// A change is compared with the representation whatever its coding, a reading with the one selected.
    private func matches(_ list: String, _ current: EntityTag?, exists: Bool, strongly: Bool, reads: Bool) -> Bool {
        if list == "*" { return exists }
        guard let current else { return false }
        return EntityTag.list(list, limit: limits.listMembers).contains { listed in
            let tag = reads ? listed : listed.uncoded
            return strongly ? tag.stronglyEquals(current) : tag.weaklyEquals(current)
        }
    }
}
