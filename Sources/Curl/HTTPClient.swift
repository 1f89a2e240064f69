import CCurl

/// Sends HTTP requests over libcurl, one at a time, keeping connections open for the next. Blocking: for worker threads.
///
/// Proxies of the environment, cookies, netrc and credentials in URLs are not used. Certificates are always verified.
/// To a redirect only the fields `Accept`, `User-Agent` and the like should go: do not follow redirects with a secret
/// in a field of your own (libcurl withholds `Authorization` and `Cookie` from other hosts, and nothing else).
public struct HTTPClient: ~Copyable {
    private let handle: EasyHandle
    private let policy: AddressPolicy
    private let userAgent: String
    private let allowsPlainHTTP: Bool

    /// Throws `failed` where libcurl cannot be started.
    public init(
        policy: AddressPolicy = .publicOnly, allowsPlainHTTP: Bool = true, userAgent: String = "EmploiAllier/1"
    ) throws(TransferError) {
        guard let handle = EasyHandle() else { throw .failed("libcurl") }
        self.handle = handle
        self.policy = policy
        self.allowsPlainHTTP = allowsPlainHTTP
        self.userAgent = userAgent
    }

    /// The answer with its whole body.
    public func send(_ request: HTTPRequest, limits: TransferLimits = TransferLimits()) throws(TransferError)
        -> HTTPAnswer
    {
        var body: [UInt8] = []
        var answer = try send(request, limits: limits) { octets in
            body += octets
            return true
        }
        answer.body = body
        return answer
    }

    /// Hands each piece of the body (at most 16 KiB) to `receive` as it comes, until that returns false: then `stopped`
    /// is thrown. Bodies of followed redirects are not handed over. The answer's own body is empty.
    public func send(
        _ request: HTTPRequest, limits: TransferLimits, receive: ([UInt8]) -> Bool
    ) throws(TransferError) -> HTTPAnswer {
        try configure(request, limits)
        let fields = try fieldLines(of: request)
        let result: Result<HTTPAnswer, TransferError> = withoutActuallyEscaping(receive) { receive in
            let context = TransferContext(policy: policy, limits: limits, upload: request.body, receiver: receive)
            let code = handle.perform(context, list: CURLOPT_HTTPHEADER, fields)
            guard code == CURLE_OK else { return .failure(Self.error(code, context)) }
            return .success(
                HTTPAnswer(
                    status: handle.number(CURLINFO_RESPONSE_CODE), fields: context.fields, body: [],
                    url: handle.text(CURLINFO_EFFECTIVE_URL) ?? request.url))
        }
        return try result.get()
    }

    private func configure(_ request: HTTPRequest, _ limits: TransferLimits) throws(TransferError) {
        guard request.url.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F }) else { throw .invalidURL }
        handle.reset()
        handle.set(CURLOPT_URL, request.url)
        handle.set(CURLOPT_USERAGENT, userAgent)
        handle.set(CURLOPT_PROXY, "")
        handle.set(CURLOPT_DISALLOW_USERNAME_IN_URL, 1)
        let isSecure = request.url.lowercased().hasPrefix("https:")
        handle.set(CURLOPT_PROTOCOLS_STR, allowsPlainHTTP ? "http,https" : "https")
        handle.set(CURLOPT_REDIR_PROTOCOLS_STR, allowsPlainHTTP && !isSecure ? "http,https" : "https")
        handle.set(CURLOPT_FOLLOWLOCATION, limits.redirects > 0 ? 1 : 0)
        handle.set(CURLOPT_MAXREDIRS, limits.redirects)
        handle.set(CURLOPT_CONNECTTIMEOUT_MS, limits.connect)
        handle.set(CURLOPT_TIMEOUT_MS, limits.total)
        handle.set(CURLOPT_MAXFILESIZE_LARGE, size: limits.body)
        // Every coding libcurl knows; the limit counts what comes out.
        handle.set(CURLOPT_ACCEPT_ENCODING, "")
        switch request.method {
        case .get: handle.set(CURLOPT_HTTPGET, 1)
        case .delete: handle.set(CURLOPT_CUSTOMREQUEST, "DELETE")
        case .post:
            handle.set(CURLOPT_POST, 1)
            handle.set(CURLOPT_POSTFIELDSIZE_LARGE, size: request.body.count)
        case .put:
            handle.set(CURLOPT_UPLOAD, 1)
            handle.set(CURLOPT_INFILESIZE_LARGE, size: request.body.count)
        }
    }

    private func fieldLines(of request: HTTPRequest) throws(TransferError) -> [String] {
        // Without `Expect`, a POST waits for no 100.
        var lines = ["Expect:"]
        var fields = request.fields
        if let etag = request.validators.etag { fields.append(HTTPField("If-None-Match", etag)) }
        if let date = request.validators.lastModified { fields.append(HTTPField("If-Modified-Since", date)) }
        for field in fields {
            guard field.isValid else { throw .invalidField(field.name) }
            lines.append(field.value.isEmpty ? "\(field.name);" : "\(field.name): \(field.value)")
        }
        return lines
    }

    private static func error(_ code: CURLcode, _ context: TransferContext) -> TransferError {
        if context.isTooLarge { return .tooLarge }
        if context.isStopped { return .stopped }
        let explanation = EasyHandle.explanation(code)
        switch code {
        case CURLE_URL_MALFORMAT, CURLE_LOGIN_DENIED: return .invalidURL
        case CURLE_UNSUPPORTED_PROTOCOL: return .refusedScheme
        case CURLE_COULDNT_RESOLVE_HOST: return .hostNotFound
        case CURLE_COULDNT_CONNECT:
            return context.refusedAddress.map { .refusedAddress($0) } ?? .notConnected(explanation)
        case CURLE_OPERATION_TIMEDOUT: return .timedOut
        case CURLE_FILESIZE_EXCEEDED: return .tooLarge
        case CURLE_TOO_MANY_REDIRECTS: return .tooManyRedirects
        case CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CERTPROBLEM, CURLE_SSL_CIPHER,
            CURLE_SSL_CACERT_BADFILE, CURLE_SSL_ISSUER_ERROR, CURLE_SSL_INVALIDCERTSTATUS:
            return .tls(explanation)
        case CURLE_PARTIAL_FILE, CURLE_GOT_NOTHING, CURLE_SEND_ERROR, CURLE_RECV_ERROR, CURLE_HTTP2, CURLE_HTTP2_STREAM:
            return .interrupted(explanation)
        case CURLE_BAD_CONTENT_ENCODING, CURLE_WEIRD_SERVER_REPLY: return .malformedAnswer(explanation)
        default: return .failed(explanation)
        }
    }
}
