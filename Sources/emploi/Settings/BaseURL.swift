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
}
