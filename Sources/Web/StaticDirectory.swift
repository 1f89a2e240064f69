internal import CLinux
internal import Glibc
public import HTTP1
internal import HTTPTypes
internal import Threading

/// The files of a directory that is large or changes while it is served. A file is opened when it is asked for and
/// remembered for a moment (`AssetLimits.rememberedSeconds`), after which it is looked at again.
public final class StaticDirectory: Sendable {
    private struct Remembered: Sendable {
        var representation: Representation
        var metadata: ServedDirectory.Metadata
        /// On the monotonic clock.
        var seconds: Int
    }

    private let root: ServedDirectory
    private let prefix: String
    private let limits: AssetLimits
    private let remembered = Lock<[String: Remembered]>([:])

    /// - Parameter prefix: of every URL; begins and ends with a slash.
    public init(_ path: String, prefix: String = "/static/", limits: AssetLimits = .standard) throws(FileError) {
        root = try ServedDirectory(path)
        self.prefix = prefix
        self.limits = limits
    }

    /// The answer to a request below the prefix (404 where there is no such file); nil for any other path.
    public func response(to request: Request, limits: InputLimits = .standard) -> Response? {
        let path = request.target.path
        guard path.utf8.starts(with: prefix.utf8) else { return nil }
        switch request.method {
        case .get, .head: break
        case .options: return .options(allow: "GET, HEAD, OPTIONS")
        default: return Response(status: .methodNotAllowed, fields: [.allow: "GET, HEAD, OPTIONS"])
        }
        do {
            return try representation(path).response(to: request, limits: limits)
        } catch .system(_, let reason) where reason == EMFILE || reason == ENFILE || reason == EIO || reason == ENOMEM {
            return Response(status: .serviceUnavailable, fields: [.retryAfter: "1"])
        } catch {
            // Not there, not ours to give, or not a file: to the world all the same.
            return Response(status: .notFound)
        }
    }

    private func representation(_ path: String) throws(FileError) -> Representation {
        var time = timespec()
        _ = unsafe clock_gettime(CLOCK_MONOTONIC_COARSE, &time)
        let now = time.tv_sec
        let known = remembered.withLock { $0[path] }
        if let known, now - known.seconds < limits.rememberedSeconds { return known.representation }
        guard let file = FilePath(encoded: Substring(path.utf8.dropFirst(prefix.utf8.count))) else {
            throw .missing(name: path)
        }
        let fresh = try load(file, known: known, now: now)
        remembered.withLock { files in
            if files.count >= limits.rememberedFiles, files[path] == nil { files.removeAll(keepingCapacity: true) }
            files[path] = fresh
        }
        return fresh.representation
    }

    private func load(_ path: FilePath, known: Remembered?, now: Int) throws(FileError) -> Remembered {
        let (file, metadata) = try root.open(path)
        if var known, known.metadata == metadata, known.representation.entityTag?.isWeak == false {
            known.seconds = now
            return known
        }
        let type = MediaType(fileName: path.text)
        let modified = HTTPDate(seconds: metadata.modifiedSeconds)
        let isSmall = metadata.length <= limits.fileInMemory
        if isSmall, let content = file.read(from: 0, count: metadata.length) {
            let codings = Representation.Codings.compressing(
                content, type, gzipLevel: Compression.pageGzipLevel, brotliQuality: Compression.pageBrotliQuality)
            let representation = Representation(
                .bytes(content), type, entityTag: EntityTag(of: content), lastModified: modified,
                cacheControl: .shared(seconds: limits.plainNameSeconds), codings: codings, acceptsRanges: true)
            return Remembered(representation: representation, metadata: metadata, seconds: now)
        }
        // Named by its inode, length and time, which is only sure once the tick of the clock it was written in is over.
        let moment = metadata.modifiedSeconds &* 1_000_000_000 &+ metadata.modifiedNanoseconds
        let name = EntityTag(moment, metadata.length).opaque + "." + String(metadata.inode, radix: 36)
        let tag = EntityTag(opaque: name, isWeak: HTTPDate.now.seconds - metadata.modifiedSeconds < 2)
        let representation = Representation(
            .file(file, offset: 0, length: metadata.length), type, entityTag: tag, lastModified: modified,
            cacheControl: .shared(seconds: limits.plainNameSeconds), acceptsRanges: true)
        return Remembered(representation: representation, metadata: metadata, seconds: now)
    }
}
