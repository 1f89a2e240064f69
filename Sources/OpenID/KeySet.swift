internal import Secrets
internal import Web

/// A provider's keys (JWK Set, RFC 7517 §5). Keys of other kinds and uses than signatures in RS256 or ES256 are left out.
struct KeySet: Sendable {
    private var keys: [(name: String?, key: PublicKey)] = []

    init(_ document: JSONValue) throws(OpenIDError) {
        guard case .array(let values)? = document["keys"] else { throw .misconfigured("no keys") }
        for value in values.prefix(OpenIDLimits.keys) {
            if let key = Self.key(value) { keys.append((value.text("kid"), key)) }
        }
        guard !keys.isEmpty else { throw .misconfigured("no key for RS256 or ES256") }
    }

    func keys(named name: String?, _ algorithm: PublicKey.Algorithm) -> [PublicKey] {
        keys.filter { (name == nil || $0.name == name) && $0.key.algorithm == algorithm }.map(\.key)
    }

    private static func key(_ value: JSONValue) -> PublicKey? {
        guard value.text("use") ?? "sig" == "sig" else { return nil }
        let key: PublicKey?
        switch value.text("kty") {
        case "RSA":
            guard let modulus = octets(value, "n"), let exponent = octets(value, "e") else { return nil }
            key = PublicKey(rsaModulus: modulus, exponent: exponent)
        case "EC":
            guard value.text("crv") == "P-256", let x = octets(value, "x"), let y = octets(value, "y") else {
                return nil
            }
            key = PublicKey(p256X: x, y: y)
        default: return nil
        }
        guard let key, value.text("alg") ?? key.algorithm.rawValue == key.algorithm.rawValue else { return nil }
        return key
    }

    private static func octets(_ value: JSONValue, _ name: String) -> [UInt8]? {
        value.text(name).flatMap { Base64.url.decode($0) }
    }
}
