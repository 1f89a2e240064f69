public import HTTP1
import HTTPTypes

/// The fields that tell browsers what this site never does, so that they do not let others do it in its name.
public struct SecurityFields: Sendable {
    private let plain: [HTTPField]
    private let secure: [HTTPField]

    /// The strictest policy a site can live with that has its scripts, styles, images and fonts in files of its own:
    /// nothing inline, nothing from elsewhere, in nobody's frame.
    /// - Parameters:
    ///   - policy: further directives of Content-Security-Policy, or others in place of the standard ones.
    ///   - transportSecuritySeconds: `max-age` of Strict-Transport-Security (RFC 6797), said only where the request came by TLS.
    public init(policy: [String: String] = [:], transportSecuritySeconds: Int = 31_536_000) {
        var directives = Self.standardPolicy
        for (name, value) in policy.sorted(by: { $0.key < $1.key }) {
            if let place = directives.firstIndex(where: { $0.0 == name }) {
                directives[place].1 = value
            } else {
                directives.append((name, value))
            }
        }
        let text = directives.map { "\($0.0) \($0.1)" }.joined(separator: "; ")
        plain = [
            HTTPField(name: .contentSecurityPolicy, value: text),
            HTTPField(name: .xContentTypeOptions, value: "nosniff"),
            HTTPField(name: .referrerPolicy, value: "strict-origin-when-cross-origin"),
            HTTPField(name: .permissionsPolicy, value: "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
            HTTPField(name: .crossOriginOpenerPolicy, value: "same-origin"),
            HTTPField(name: .crossOriginResourcePolicy, value: "same-origin"),
            HTTPField(name: .xFrameOptions, value: "DENY"),
        ]
        secure =
            plain + [
                HTTPField(
                    name: .strictTransportSecurity, value: "max-age=\(transportSecuritySeconds)")
            ]
    }

    private static let standardPolicy = [
        ("default-src", "'none'"), ("script-src", "'self'"), ("style-src", "'self'"), ("img-src", "'self' data:"),
        ("font-src", "'self'"), ("connect-src", "'self'"), ("manifest-src", "'self'"), ("form-action", "'self'"),
        ("base-uri", "'none'"), ("frame-ancestors", "'none'"),
    ]

    /// Adds the fields; one the response has already stays as it is (an embeddable page, an open API).
    public func apply(to response: inout Response, isSecure: Bool) {
        // X-Frame-Options cannot say who may embed a page: where the page has a policy of its own, `frame-ancestors` does.
        let hasOwnPolicy = response.fields.contains(.contentSecurityPolicy)
        for field in isSecure ? secure : plain where !response.fields.contains(field.name) {
            if hasOwnPolicy, field.name == .xFrameOptions { continue }
            response.fields.append(field)
        }
    }
}

extension HTTPField.Name {
    static let referrerPolicy = known("Referrer-Policy")
    static let permissionsPolicy = known("Permissions-Policy")
    static let crossOriginOpenerPolicy = known("Cross-Origin-Opener-Policy")
    static let xFrameOptions = known("X-Frame-Options")
    static let secFetchSite = known("Sec-Fetch-Site")
}
