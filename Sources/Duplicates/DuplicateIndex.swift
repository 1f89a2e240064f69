public import Recruitment

/// Signatures of the offers a new one is compared with. Each step costs by the number of offers that share a key, not by the
/// number of offers.
public struct DuplicateIndex: Sendable {
    /// Offers looked at for one: in a place with more of a kind, the first found.
    public static let mostCandidates = 500

    public struct Match: Sendable, Hashable {
        public let identity: OfferIdentity
        public let verdict: DuplicateVerdict
    }

    private var signatures: [OfferIdentity: DuplicateSignature] = [:]
    private var offers: [UInt64: Set<OfferIdentity>] = [:]

    public init() {}

    public var count: Int { signatures.count }

    /// Adds an offer, or replaces the one of the same identity.
    public mutating func insert(_ signature: DuplicateSignature) {
        remove(signature.identity)
        signatures[signature.identity] = signature
        for key in signature.bandKeys { offers[key, default: []].insert(signature.identity) }
    }

    /// Forgets an offer; nothing happens where it is unknown.
    public mutating func remove(_ identity: OfferIdentity) {
        guard let signature = signatures.removeValue(forKey: identity) else { return }
        for key in signature.bandKeys {
            offers[key]?.remove(identity)
            if offers[key]?.isEmpty == true { offers[key] = nil }
        }
    }

    /// Offers that are, or may be, the same as that of `signature`, the likeliest first. Itself is left out.
    public func matches(of signature: DuplicateSignature) -> [Match] {
        var candidates: Set<OfferIdentity> = []
        for key in signature.bandKeys {
            for identity in offers[key] ?? [] where candidates.count < Self.mostCandidates {
                candidates.insert(identity)
            }
        }
        candidates.remove(signature.identity)
        return candidates.compactMap { identity in
            signatures[identity].map { Match(identity: identity, verdict: DuplicateJudge.compare(signature, $0)) }
        }
        .filter { $0.verdict.decision != .distinct }
        .sorted { ($1.verdict.score, $0.identity.sourceID) < ($0.verdict.score, $1.identity.sourceID) }
    }
}
