/// Addresses of the files that pages link to.
public struct SiteAssets: Sendable {
    public let stylesheet: String
    public let logo: String

    public init(stylesheet: String, logo: String) {
        self.stylesheet = stylesheet
        self.logo = logo
    }
}
