public import HTTP1
public import HTTPTypes

/// The current state of a resource in one form, from which the answer to a GET or HEAD request follows: conditions,
/// content coding and ranges are weighed in `response(to:)`, for pages and files alike.
public struct Representation: Sendable {
    /// What there is of content codings.
    public enum Codings: Sendable {
        /// The content as it is, whatever the client accepts (images, archives).
        case identityOnly
        /// Compressed for the request, if it is bytes and worth it.
        case onDemand
        /// Compressed already; nil where the coding made nothing smaller.
        case stored(brotli: [UInt8]?, gzip: [UInt8]?)
    }

    /// Bytes or a file; a stream has neither ranges nor codings.
    public var body: ResponseBody
    public var contentType: MediaType
    /// Of the content without coding; `coded` tags are made from it.
    public var entityTag: EntityTag?
    public var lastModified: HTTPDate?
    public var cacheControl: CacheControl
    /// Request fields, besides Accept-Encoding, that chose this representation.
    public var vary: [HTTPField.Name]
    public var codings: Codings
    public var acceptsRanges: Bool
    /// Of a whole answer (200); what is answered to a condition or a range is nobody else's.
    public var reuse: Response.Reuse
    /// Whatever else the answer says (`Content-Language`, `Link`…). On 304 too, but for what describes the content alone.
    public var fields: HTTPFields

    public init(
        _ body: ResponseBody, _ contentType: MediaType, entityTag: EntityTag? = nil, lastModified: HTTPDate? = nil,
        cacheControl: CacheControl, vary: [HTTPField.Name] = [], codings: Codings = .identityOnly,
        acceptsRanges: Bool = false, reuse: Response.Reuse = .never, fields: HTTPFields = [:]
    ) {
        self.body = body
        self.contentType = contentType
        self.entityTag = entityTag
        self.lastModified = lastModified
        self.cacheControl = cacheControl
        self.vary = vary
        self.codings = codings
        self.acceptsRanges = acceptsRanges
        self.reuse = reuse
        self.fields = fields
    }

    /// A page or a document made for this request: tagged by its content, compressed on demand.
    public init(
        _ content: [UInt8], _ contentType: MediaType, cacheControl: CacheControl, vary: [HTTPField.Name] = [],
        reuse: Response.Reuse = .never, fields: HTTPFields = [:]
    ) {
        self.init(
            .bytes(content), contentType, entityTag: EntityTag(of: content), cacheControl: cacheControl, vary: vary,
            codings: contentType.isCompressible ? .onDemand : .identityOnly, reuse: reuse, fields: fields)
    }

    /// 200, 206, 304, 406, 412 or 416. HEAD is answered as GET; the server leaves the body out.
    /// Conditions are weighed before anything is compressed.
    public func response(
        to request: Request, limits: InputLimits = .standard, now: HTTPDate = .now
    ) -> Response {
        guard let coding = coding(for: request.fields, limits: limits) else { return notAcceptable }
        let tag = entityTag?.coded(coding)
        let outcome = Preconditions(request.method, request.fields, limits: limits)
            .outcome(entityTag: tag, lastModified: lastModified, now: now)
        switch outcome {
        case .notModified: return Response(status: .notModified, fields: validatorFields(tag, isWhole: false))
        case .failed: return Response(status: .preconditionFailed, fields: validatorFields(tag, isWhole: false))
        case .proceed(let range):
            guard let content = content(under: coding) else {
                // No memory to compress: the content as it is is still an answer.
                return whole(body, coding: .identity)
            }
            if range, acceptsRanges, let field = request.fields[.range],
                let partial = partial(field, of: content, coding: coding, limits: limits)
            {
                return partial
            }
            return whole(content, coding: coding)
        }
    }

    private func coding(for requestFields: HTTPFields, limits: InputLimits) -> ContentCoding? {
        switch codings {
        case .identityOnly:
            return .identity
        case .onDemand:
            guard case .bytes(let content) = body else {
                return ContentCoding.preferred(by: requestFields, among: [.identity], limits: limits)
            }
            let accepted = ContentCoding.preferred(by: requestFields, among: ContentCoding.allCases, limits: limits)
            if content.count >= Compression.minimumSize { return accepted }
            return ContentCoding.preferred(by: requestFields, among: [.identity], limits: limits) ?? accepted
        case .stored(let brotli, let gzip):
            var available: [ContentCoding] = [.identity]
            if brotli != nil { available.append(.brotli) }
            if gzip != nil { available.append(.gzip) }
            return ContentCoding.preferred(by: requestFields, among: available, limits: limits)
        }
    }

    private func content(under coding: ContentCoding) -> ResponseBody? {
        switch (codings, coding) {
        case (_, .identity): return body
        case (.stored(let brotli, _), .brotli): return brotli.map(ResponseBody.bytes)
        case (.stored(_, let gzip), .gzip): return gzip.map(ResponseBody.bytes)
        default:
            guard case .bytes(let content) = body else { return nil }
            return Compression.encode(content, coding).map(ResponseBody.bytes)
        }
    }

    private func whole(_ content: ResponseBody, coding: ContentCoding) -> Response {
        var fields = validatorFields(entityTag?.coded(coding), isWhole: true)
        fields.append(HTTPField(name: .contentType, value: contentType.fieldValue))
        if coding != .identity { fields.append(HTTPField(name: .contentEncoding, value: coding.rawValue)) }
        if acceptsRanges { fields.append(HTTPField(name: .acceptRanges, value: "bytes")) }
        return Response(status: .ok, fields: fields, body: content, reuse: reuse)
    }

    private func partial(
        _ field: String, of content: ResponseBody, coding: ContentCoding, limits: InputLimits
    ) -> Response? {
        guard let length = content.length else { return nil }
        switch ByteRanges(field, length: length, limits: limits) {
        case .whole: return nil
        case .unsatisfiable:
            var fields = validatorFields(entityTag?.coded(coding), isWhole: false)
            fields.append(HTTPField(name: .contentRange, value: "bytes */\(length)"))
            return Response(status: .rangeNotSatisfiable, fields: fields)
        case .some(let ranges):
            var response = whole(content, coding: coding)
            response.status = .partialContent
            response.reuse = .never
            if ranges.count == 1 {
                response.fields.append(
                    HTTPField(
                        name: .contentRange,
                        value: "bytes \(ranges[0].lowerBound)-\(ranges[0].upperBound - 1)/\(length)"))
                response.body = content.slice(ranges[0])
                return response
            }
            guard let parts = MultipartByteRanges(ranges, of: content, length: length, contentType, limits: limits)
            else {
                return nil
            }
            response.fields[.contentType] = parts.contentType
            response.body = .bytes(parts.bytes)
            return response
        }
    }

    /// RFC 9110 §15.5.7: in place of a coding the client has excluded every one of.
    private var notAcceptable: Response {
        Response(status: .notAcceptable, fields: [.vary: varyValue, .cacheControl: CacheControl.noStore.fieldValue])
    }

    private var varyValue: String {
        var names = vary.map(\.rawName)
        if case .identityOnly = codings {} else { names.append(HTTPField.Name.acceptEncoding.rawName) }
        return names.joined(separator: ", ")
    }

    /// What 200 and 304 have in common (RFC 9110 §15.4.5). Last-Modified guides a cache that has no tag, and says the date of
    /// a whole answer.
    private func validatorFields(_ tag: EntityTag?, isWhole: Bool) -> HTTPFields {
        var all = fields
        if !isWhole {
            for name in [HTTPField.Name.contentLanguage, .contentDisposition] where all.contains(name) {
                all[name] = nil
            }
        }
        all.append(HTTPField(name: .cacheControl, value: cacheControl.fieldValue))
        if let tag { all.append(HTTPField(name: .eTag, value: tag.description)) }
        if let lastModified, isWhole || tag == nil {
            all.append(HTTPField(name: .lastModified, value: lastModified.description))
        }
        let vary = varyValue
        if !vary.isEmpty { all.append(HTTPField(name: .vary, value: vary)) }
        return all
    }
}
