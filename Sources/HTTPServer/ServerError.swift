/// Why the server could not start.
public enum ServerError: Error, Hashable, Sendable {
    /// `host` is neither an IPv4 nor an IPv6 address.
    case invalidHost(String)
    /// Somebody else listens there already.
    case addressInUse(host: String, port: UInt16)
    /// A system call failed: its name and error number.
    case system(call: String, code: Int32)
}

extension ServerError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .invalidHost(let host): "\(host) is no IPv4 or IPv6 address"
        case .addressInUse(let host, let port): "\(host) port \(port) is in use"
        case .system(let call, let code): "\(call) failed with error \(code)"
        }
    }
}
