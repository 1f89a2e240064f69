public import HTTPTypes

/// The content codings this site has (RFC 9110 §8.4.1, RFC 7932), the best first.
public enum ContentCoding: String, Sendable, Hashable, CaseIterable {
    case brotli = "br"
    case gzip = "gzip"
    case identity = "identity"

    /// Which of `available` a request prefers by its weights, the better coding where they are equal (RFC 9110 §12.5.3).
    /// Without an Accept-Encoding field: identity, for a client that has never heard of codings.
    /// - Returns: nil if none of them is acceptable.
    public static func preferred(
        by fields: HTTPFields, among available: [ContentCoding], limits: InputLimits = .standard
    ) -> ContentCoding? {
        guard let field = fields[.acceptEncoding] else {
            return available.contains(.identity) ? .identity : available.first
        }
        let members = WeightedList(field, limits: limits).members
        let others = members.first { $0.value == "*" }?.weight
        var best: (coding: ContentCoding, weight: Int)?
        for coding in allCases where available.contains(coding) {
            let listed = members.first { $0.value == coding.rawValue || coding == .gzip && $0.value == "x-gzip" }?
                .weight
            // Identity is acceptable unless it is excluded, but wished for only if it is named.
            let weight = listed ?? others ?? (coding == .identity ? 1 : 0)
            if weight > 0, weight > best?.weight ?? 0 { best = (coding, weight) }
        }
        return best?.coding
    }
}
