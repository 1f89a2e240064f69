import OpenID
import Recruitment
import Secrets

/// What a browser keeps while its person is at the provider: sealed, for ten minutes, in a cookie of this host alone.
struct OpenIDTicket {
    static let lifetime: Int64 = 600
    private static let context = "openid"

    let flow: OpenIDFlow
    /// The page to go on to.
    let next: String?
    let end: Instant

    init(flow: OpenIDFlow, next: String?, at now: Instant) {
        self.flow = flow
        self.next = next
        end = now.adding(seconds: Self.lifetime)
    }

    /// nil for what this board did not seal, or too long ago.
    init?(_ text: String, _ keyring: Keyring, at now: Instant) {
        guard let plain = Base64.url.decode(text).flatMap({ keyring.open($0, for: Self.context) }) else { return nil }
        let lines = String(decoding: plain, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
            .map(String.init)
        guard lines.count == 5, let state = Token(lines[0]), let nonce = Token(lines[1]),
            let verifier = Token(lines[2]),
            let seconds = Int64(lines[3])
        else { return nil }
        flow = OpenIDFlow(state: state, nonce: nonce, verifier: verifier)
        end = Instant(secondsSinceEpoch: seconds)
        next = lines[4].isEmpty ? nil : lines[4]
        guard end > now else { return nil }
    }

    func sealed(_ keyring: Keyring) -> String {
        let lines = [
            flow.state.text, flow.nonce.text, flow.verifier.text, String(end.secondsSinceEpoch), next ?? "",
        ]
        return Base64.url.encode(keyring.seal(Array(lines.joined(separator: "\n").utf8), for: Self.context))
    }
}
