import Curl
import HTML

/// The public address of the site: scheme and authority, no path.
struct BaseURL: LosslessStringConvertible {
    let description: String

    init?(_ text: String) {
        guard let url = SafeURL(text), let site = url.site, !site.isEmpty, text.hasPrefix("http"),
            text.split(separator: "/", omittingEmptySubsequences: false).count == 3, !text.contains("?"),
            !text.contains("#")
        else { return nil }
        description = text
    }

    /// What a request to this address may reach: public addresses, and this machine where the address names it.
    var policy: AddressPolicy {
        let host = description.drop { $0 != ":" }.dropFirst(3).prefix { $0 != ":" }
        guard host == "localhost" || host.hasPrefix("127."), let here = IPNetwork("127.0.0.0/8") else {
            return .publicOnly
        }
        return AddressPolicy(allowing: [here])
    }
}
