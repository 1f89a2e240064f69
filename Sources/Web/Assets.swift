public import HTTP1
import HTTPTypes
import Secrets

/// The files the site is built with, read once at start: each has its plain URL, and one with the fingerprint of its content,
/// which may be kept for ever. Text is compressed at start.
///
///     let assets = try Assets(directory: "Public", requiring: ["css/site.css"])
///     assets.url("css/site.css")              // "/static/css/site.3f2a91c0d4e8.css"
public struct Assets: Sendable {
    private let urls: [String: String]
    private let representations: [String: Representation]
    private let prefix: String

    /// - Parameters:
    ///   - prefix: of every URL; begins and ends with a slash.
    ///   - aliases: further URLs of assets, such as `["/favicon.ico": "img/favicon.ico"]`.
    ///   - requiring: names that must be there.
    public init(
        directory: String, prefix: String = "/static/", aliases: [String: String] = [:], requiring: [String] = [],
        limits: AssetLimits = .standard
    ) throws(FileError) {
        let root = try ServedDirectory(directory)
        var urls: [String: String] = [:]
        var representations: [String: Representation] = [:]
        var plain: [String: Representation] = [:]
        for path in try root.files(limit: limits.files, depth: limits.depth) {
            var representation = try Self.representation(path, in: root, limits: limits)
            representation.cacheControl = .shared(seconds: limits.plainNameSeconds)
            representations[prefix + path.encoded] = representation
            plain[path.text] = representation
            let fingerprinted = prefix + Self.fingerprint(path.encoded, representation.entityTag)
            representation.cacheControl = .immutable
            representations[fingerprinted] = representation
            urls[path.text] = fingerprinted
        }
        for (url, name) in aliases {
            guard let representation = plain[name] else { throw .missing(name: name) }
            representations[url] = representation
        }
        for name in requiring where urls[name] == nil { throw .missing(name: name) }
        self.urls = urls
        self.representations = representations
        self.prefix = prefix
    }

    /// The immutable URL of an asset; the URL it would have for a name there is no file of (404), which `requiring` excludes.
    public func url(_ name: String) -> String {
        urls[name] ?? prefix + name
    }

    /// The names of all assets.
    public var names: [String] { urls.keys.sorted() }

    /// The answer to a request for an asset: to GET and HEAD the file, to other methods 405; nil for any other path.
    /// - Parameter reuse: whether the server may give the answer again by itself: assets never change while it runs.
    public func response(
        to request: Request, reuse: Response.Reuse = .never, limits: InputLimits = .standard
    ) -> Response? {
        guard var representation = representations[request.target.path] else { return nil }
        representation.reuse = reuse
        switch request.method {
        case .get, .head: return representation.response(to: request, limits: limits)
        case .options: return .options(allow: "GET, HEAD, OPTIONS")
        default: return Response(status: .methodNotAllowed, fields: [.allow: "GET, HEAD, OPTIONS"])
        }
    }

    private static func representation(
        _ path: FilePath, in root: ServedDirectory, limits: AssetLimits
    ) throws(FileError) -> Representation {
        let (file, metadata) = try root.open(path)
        guard metadata.length <= limits.asset else { throw .tooLarge(path: path.text) }
        guard let content = file.read(from: 0, count: metadata.length) else { throw .system(path: path.text, errno: 0) }
        let type = MediaType(fileName: path.text)
        let isSmall = content.count <= limits.fileInMemory
        return Representation(
            isSmall ? .bytes(content) : .file(file, offset: 0, length: content.count), type,
            entityTag: EntityTag(of: content), lastModified: HTTPDate(seconds: metadata.modifiedSeconds),
            cacheControl: .revalidate,
            codings: .compressing(
                content, type, gzipLevel: Compression.fileGzipLevel, brotliQuality: Compression.fileBrotliQuality),
            acceptsRanges: true)
    }

    /// `css/site.css` becomes `css/site.3f2a91c0d4e8.css`.
    private static func fingerprint(_ name: String, _ tag: EntityTag?) -> String {
        let digest = (tag?.opaque ?? "").prefix(12)
        guard let dot = name.lastIndex(of: "."), name[dot...].contains("/") == false else { return "\(name).\(digest)" }
        return "\(name[..<dot]).\(digest)\(name[dot...])"
    }
}

extension Representation.Codings {
    /// The codings that make a content of this type smaller by at least a twentieth, made now.
    static func compressing(
        _ content: [UInt8], _ type: MediaType, gzipLevel: Int32, brotliQuality: Int32
    ) -> Representation.Codings {
        guard type.isCompressible, content.count >= Compression.minimumSize else { return .identityOnly }
        let worthwhile = content.count - content.count / 20
        func kept(_ coded: [UInt8]?) -> [UInt8]? { coded.flatMap { $0.count < worthwhile ? $0 : nil } }
        return .stored(
            brotli: kept(Compression.brotli(content, quality: brotliQuality)),
            gzip: kept(Compression.gzip(content, level: gzipLevel)))
    }
}
