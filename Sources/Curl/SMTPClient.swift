import CCurl

/// Hands messages to a mail server over libcurl. Blocking: for worker threads.
public struct SMTPClient: ~Copyable {
    private let handle: EasyHandle
    private let server: MailServer
    private let limits: TransferLimits

    /// Throws `temporary` where libcurl cannot be started.
    public init(_ server: MailServer, limits: TransferLimits = TransferLimits()) throws(MailError) {
        guard let handle = EasyHandle() else { throw .temporary(code: nil, text: "libcurl") }
        self.handle = handle
        self.server = server
        self.limits = limits
    }

    /// Sends one message, already in the form of RFC 5322 with CRLF line ends, to one recipient. libcurl doubles dots at the
    /// start of lines (RFC 5321, section 4.5.2). Returns once the server has said 250: the message is then its own.
    public func send(_ message: [UInt8], from sender: String, to recipient: String) throws(MailError) {
        for address in [sender, recipient] where !Self.isSafe(address) { throw .invalidAddress(address) }
        handle.reset()
        handle.set(CURLOPT_URL, "\(server.security == .tls ? "smtps" : "smtp")://\(server.host):\(server.port)")
        handle.set(CURLOPT_PROXY, "")
        handle.set(CURLOPT_PROTOCOLS_STR, "smtp,smtps")
        handle.set(CURLOPT_USE_SSL, server.security == .none ? 0 : Int(CURLUSESSL_ALL.rawValue))
        if let file = server.trustedCertificates { handle.set(CURLOPT_CAINFO, file) }
        if let credentials = server.credentials {
            handle.set(CURLOPT_USERNAME, credentials.user)
            handle.set(CURLOPT_PASSWORD, credentials.password)
        }
        handle.set(CURLOPT_CONNECTTIMEOUT_MS, limits.connect)
        handle.set(CURLOPT_TIMEOUT_MS, limits.total)
        handle.set(CURLOPT_MAIL_FROM, "<\(sender)>")
        handle.set(CURLOPT_UPLOAD, 1)
        handle.set(CURLOPT_INFILESIZE_LARGE, size: message.count)
        // The operator names the server: it may be anywhere.
        let everywhere = AddressPolicy(allowing: ["0.0.0.0/0", "::/0"].compactMap { IPNetwork($0) })
        let context = TransferContext(policy: everywhere, limits: limits, upload: message) { _ in true }
        let code = handle.perform(context, list: CURLOPT_MAIL_RCPT, ["<\(recipient)>"])
        guard code != CURLE_OK else { return }
        throw Self.error(code, reply: handle.number(CURLINFO_RESPONSE_CODE), line: context.refusal)
    }

    private static func error(_ code: CURLcode, reply: Int, line: String) -> MailError {
        let text = reply > 0 && !line.isEmpty ? line : EasyHandle.explanation(code)
        switch code {
        case CURLE_LOGIN_DENIED: return .refusedCredentials(text: text)
        case CURLE_USE_SSL_FAILED, CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE:
            return .insecure(text: text)
        // A code is that of the last reply, which is a refusal only where it is 4xx or 5xx.
        default:
            if (500...599).contains(reply) { return .permanent(code: reply, text: text) }
            return .temporary(code: (400...499).contains(reply) ? reply : nil, text: text)
        }
    }

    private static func isSafe(_ address: String) -> Bool {
        let octets = address.utf8
        return octets.contains(UInt8(ascii: "@")) && octets.count <= 254
            && octets.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: ">") }
    }
}
