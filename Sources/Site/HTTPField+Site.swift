import HTTPTypes
import Web

extension HTTPField.Name {
    /// What search engines may do with an answer (developers.google.com/search/docs/crawling-indexing/robots-meta-tag).
    static let xRobotsTag = known("X-Robots-Tag")

    /// Leads a browser on after a page (HTML §7.11, as the `refresh` pragma).
    static let refresh = known("Refresh")

    static let referrerPolicy = known("Referrer-Policy")
}
