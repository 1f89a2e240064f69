/// What happens during one transfer, as libcurl's callbacks tell it.
final class TransferContext {
    private let policy: AddressPolicy
    private let limits: TransferLimits
    private let receiver: ([UInt8]) -> Bool
    private let upload: [UInt8]
    private var sent = 0
    private var bodySize = 0
    private var fieldSize = 0
    private(set) var fields: [HTTPField] = []
    private(set) var refusedAddress: IPAddress?
    private(set) var isTooLarge = false
    private(set) var isStopped = false
    /// The last reply with which an SMTP server refused something: a line that begins with 4 or 5. Its answer to QUIT may follow.
    private(set) var refusal = ""

    init(policy: AddressPolicy, limits: TransferLimits, upload: [UInt8], receiver: @escaping ([UInt8]) -> Bool) {
        self.policy = policy
        self.limits = limits
        self.upload = upload
        self.receiver = receiver
    }

    func mayConnect(to address: IPAddress) -> Bool {
        if policy.allows(address) { return true }
        refusedAddress = address
        return false
    }

    /// Says whether to go on.
    func receive(_ octets: [UInt8]) -> Bool {
        bodySize += octets.count
        guard bodySize <= limits.body else {
            isTooLarge = true
            return false
        }
        guard receiver(octets) else {
            isStopped = true
            return false
        }
        return true
    }

    /// One line of an answer's head, with its line end. A status line begins a new answer: after a redirect or a 100.
    func receive(fieldLine octets: [UInt8]) -> Bool {
        fieldSize += octets.count
        guard fieldSize <= limits.fields else {
            isTooLarge = true
            return false
        }
        let line = String(decoding: octets, as: UTF8.self).trimmed
        if line.hasPrefix("4") || line.hasPrefix("5") { refusal = line }
        if line.hasPrefix("HTTP/") {
            fields = []
        } else if let colon = line.firstIndex(of: ":") {
            fields.append(HTTPField(String(line[..<colon]), String(line[line.index(after: colon)...]).trimmed))
        }
        return true
    }

    /// The next octets to upload, at most `count`; none at the end.
    func nextOctets(_ count: Int) -> ArraySlice<UInt8> {
        let end = min(upload.count, sent + count)
        defer { sent = end }
        return upload[sent..<end]
    }
}

extension String {
    /// Without spaces, tabs and line ends at either end.
    var trimmed: String {
        let octets = utf8
        let isBlank: (UInt8) -> Bool = { $0 == 0x20 || (0x09...0x0D).contains($0) }
        guard let first = octets.firstIndex(where: { !isBlank($0) }),
            let last = octets.lastIndex(where: { !isBlank($0) })
        else { return "" }
        return String(self[first...last])
    }
}
