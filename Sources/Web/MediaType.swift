/// A content type that this site sends or understands.
public struct MediaType: Sendable, Hashable {
    /// Lower-case `type/subtype`.
    public let essence: String
    /// As it stands in Content-Type.
    public let fieldValue: String

    init(_ essence: String, isText: Bool = false) {
        self.essence = essence
        fieldValue = isText ? essence + "; charset=utf-8" : essence
    }

    public static let html = MediaType("text/html", isText: true)
    public static let css = MediaType("text/css", isText: true)
    public static let javaScript = MediaType("text/javascript", isText: true)
    public static let plainText = MediaType("text/plain", isText: true)
    public static let csv = MediaType("text/csv", isText: true)
    public static let calendar = MediaType("text/calendar", isText: true)
    public static let xml = MediaType("application/xml", isText: true)
    public static let rss = MediaType("application/rss+xml", isText: true)
    public static let atom = MediaType("application/atom+xml", isText: true)
    public static let svg = MediaType("image/svg+xml")
    /// JSON is UTF-8 by definition and has no charset parameter (RFC 8259 §11).
    public static let json = MediaType("application/json")
    public static let jsonLD = MediaType("application/ld+json")
    public static let feedJSON = MediaType("application/feed+json")
    /// One JSON text a line (github.com/ndjson/ndjson-spec).
    public static let ndjson = MediaType("application/x-ndjson")
    /// Server-Sent Events (WHATWG HTML, 9.2).
    public static let eventStream = MediaType("text/event-stream")
    public static let problemJSON = MediaType("application/problem+json")
    public static let manifest = MediaType("application/manifest+json")
    public static let octetStream = MediaType("application/octet-stream")
    public static let urlencodedForm = MediaType("application/x-www-form-urlencoded")
    public static let pdf = MediaType("application/pdf")

    /// Whether compression makes it smaller: text of any kind, not what is compressed already.
    public var isCompressible: Bool {
        essence.hasPrefix("text/") || essence.hasSuffix("json") || essence.hasSuffix("xml")
            || essence == "image/x-icon" || essence == "font/ttf"
    }

    /// The type of a file by its name's last extension; `octetStream` where it is not known.
    public init(fileName: String) {
        let ending = fileName.lastIndex(of: ".").map { fileName[fileName.index(after: $0)...].lowercased() } ?? ""
        self = Self.byExtension[ending] ?? .octetStream
    }

    private static let byExtension: [String: MediaType] = [
        "html": .html, "htm": .html, "css": .css, "js": .javaScript, "mjs": .javaScript, "txt": .plainText, "csv": .csv,
        "ics": .calendar, "xml": .xml, "rss": .rss, "atom": .atom, "svg": .svg, "json": .json, "map": .json,
        "webmanifest": .manifest, "pdf": .pdf, "md": MediaType("text/markdown", isText: true),
        "png": MediaType("image/png"), "jpg": MediaType("image/jpeg"), "jpeg": MediaType("image/jpeg"),
        "gif": MediaType("image/gif"), "webp": MediaType("image/webp"), "avif": MediaType("image/avif"),
        "ico": MediaType("image/x-icon"), "woff": MediaType("font/woff"), "woff2": MediaType("font/woff2"),
        "ttf": MediaType("font/ttf"), "mp4": MediaType("video/mp4"), "webm": MediaType("video/webm"),
        "zip": MediaType("application/zip"), "gz": MediaType("application/gzip"), "wasm": MediaType("application/wasm"),
        "odt": MediaType("application/vnd.oasis.opendocument.text"),
        "docx": MediaType("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ]
}
