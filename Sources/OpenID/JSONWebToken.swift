internal import Secrets
internal import Web

/// A signed token (RFC 7519, JWS compact serialization of RFC 7515 §3.1), read and not yet believed.
struct JSONWebToken {
    let header: JSONValue
    let claims: JSONValue
    private let signed: [UInt8]
    private let signature: [UInt8]

    /// - Throws: `.invalid(.malformed)`.
    init(_ text: String) throws(OpenIDError) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard text.utf8.count <= OpenIDLimits.token, parts.count == 3, let header = Base64.url.decode(parts[0]),
            let claims = Base64.url.decode(parts[1]), let signature = Base64.url.decode(parts[2])
        else { throw .invalid(.malformed) }
        do throws(FormError) {
            self.header = try JSONValue(header)
            self.claims = try JSONValue(claims)
        } catch { throw .invalid(.malformed) }
        self.signature = signature
        signed = Array("\(parts[0]).\(parts[1])".utf8)
    }

    /// - Throws: `.invalid`: `.algorithm` for all but RS256 and ES256 and for extensions that must be understood (`crit`),
    ///   `.unknownKey` where none of `keys` is of that name and algorithm, `.signature`.
    func verify(with keys: KeySet) throws(OpenIDError) {
        guard let algorithm = header.text("alg").flatMap(PublicKey.Algorithm.init(rawValue:)), header["crit"] == nil
        else {
            throw .invalid(.algorithm)
        }
        let candidates = keys.keys(named: header.text("kid"), algorithm)
        guard !candidates.isEmpty else { throw .invalid(.unknownKey) }
        guard candidates.contains(where: { $0.verifies(signature, of: signed) }) else { throw .invalid(.signature) }
    }
}
