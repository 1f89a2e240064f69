public import HTTP1

extension Request {
    /// What stands for the client where attempts are counted: an IPv4 address, or the /64 of an IPv6 address, of which one
    /// subscriber has all (RFC 6177).
    public var clientNetwork: String {
        guard client.contains(":") else { return client }
        // `a::b` leaves out zero groups: written out before the first four are taken.
        let halves = client.split(separator: "%")[0].split(separator: ":", omittingEmptySubsequences: false)
        var groups: [Substring] = []
        for (index, group) in halves.enumerated() {
            if group.isEmpty {
                if index == 0 || index == halves.count - 1 { continue }
                let known = halves.filter { !$0.isEmpty }.count
                groups += Array(repeating: "0", count: max(0, 8 - known))
            } else {
                groups.append(group)
            }
        }
        return groups.prefix(4).joined(separator: ":") + "::/64"
    }
}
