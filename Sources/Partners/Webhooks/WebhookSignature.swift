public import Recruitment
import Secrets

/// The signature that proves to a partner that a call comes from us and is fresh: HMAC-SHA256, with a secret that both know, of
/// the time and the body.
public enum WebhookSignature {
    public static let fieldName = "Emploi-Signature"
    /// Seconds a call may be old, or early where clocks differ.
    public static let tolerance: Int64 = 300

    /// The field's value, `t=1795498278,v1=5257a869…`: seconds since 1970 and, for each secret (two during a change), 64
    /// hexadecimal digits, the HMAC-SHA256 of `1795498278.` followed by the body.
    public static func value(for body: [UInt8], secrets: [[UInt8]], at instant: Instant) -> String {
        let time = String(instant.secondsSinceEpoch)
        return (["t=" + time] + secrets.map { "v1=" + String(hexadecimal: code(time, body, $0)) })
            .joined(separator: ",")
    }

    /// Whether `value` signs `body` with one of `secrets` (two during a change of secret) and is fresh at `now`. The comparison
    /// takes as long for a nearly right signature as for any other.
    public static func verify(_ value: String, for body: [UInt8], secrets: [[UInt8]], at now: Instant) -> Bool {
        var time: Substring?
        var signatures: [Substring] = []
        for part in value.split(separator: ",").prefix(8) {
            if part.hasPrefix("t=") { time = part.dropFirst(2) }
            if part.hasPrefix("v1=") { signatures.append(part.dropFirst(3)) }
        }
        guard let time, let seconds = Int64(time), String(seconds) == time,
            seconds > now.secondsSinceEpoch - tolerance, seconds < now.secondsSinceEpoch + tolerance
        else { return false }
        var isRight = false
        for secret in secrets {
            let expected = Array(String(hexadecimal: code(String(time), body, secret)).utf8)
            for signature in signatures where ConstantTime.areEqual(Array(signature.utf8), expected) { isRight = true }
        }
        return isRight
    }

    private static func code(_ time: String, _ body: [UInt8], _ secret: [UInt8]) -> [UInt8] {
        HMAC.code(of: Array((time + ".").utf8) + body, key: secret)
    }
}
