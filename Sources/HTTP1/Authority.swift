/// `uri-host [ ":" port ]` (RFC 9110 §7.2, RFC 3986 §3.2.2), without user information.
public enum Authority {
    /// Whether the octets are a host that is not empty, and a port of at most 65535 or none.
    public static func isValid(_ text: Span<UInt8>) -> Bool {
        guard !text.isEmpty else { return false }
        if text[0] == UInt8(ascii: "[") {
            var end = 1
            while end < text.count, text[end] != UInt8(ascii: "]") { end += 1 }
            guard end < text.count, isIPv6(text.extracting(1..<end)) else { return false }
            return isPort(text.extracting((end + 1)...))
        }
        var end = 0
        while end < text.count, text[end] != UInt8(ascii: ":") {
            if text[end] == UInt8(ascii: "%") {
                guard end + 2 < text.count, Octets.hexDigit(text[end + 1]) != nil, Octets.hexDigit(text[end + 2]) != nil
                else { return false }
                end += 3
            } else {
                guard Octets.isRegisteredName(text[end]) else { return false }
                end += 1
            }
        }
        return end > 0 && isPort(text.extracting(end...))
    }

    /// Nothing, or a colon and a number; RFC 3986 §3.2.3 allows an empty number.
    private static func isPort(_ text: Span<UInt8>) -> Bool {
        guard !text.isEmpty else { return true }
        guard text[0] == UInt8(ascii: ":"), text.count <= 6 else { return false }
        var port = 0
        for index in 1..<text.count {
            guard Octets.isDigit(text[index]) else { return false }
            port = port * 10 + Int(text[index] &- 0x30)
        }
        return port <= 65_535
    }

    /// Eight groups of one to four hexadecimal digits, one run of zero groups shortened to `::`, the last two perhaps as an
    /// IPv4 address (RFC 3986 §3.2.2). Zones and future versions are refused.
    private static func isIPv6(_ text: Span<UInt8>) -> Bool {
        var groups = 0
        var shortened = false
        var position = 0
        if text.count >= 2, text[0] == UInt8(ascii: ":"), text[1] == UInt8(ascii: ":") {
            shortened = true
            position = 2
        }
        while position < text.count {
            var end = position
            while end < text.count, Octets.hexDigit(text[end]) != nil { end += 1 }
            if end < text.count, text[end] == UInt8(ascii: ".") {
                guard isIPv4(text.extracting(position...)) else { return false }
                groups += 2
                position = text.count
                break
            }
            guard (1...4).contains(end - position) else { return false }
            groups += 1
            position = end
            guard position < text.count else { break }
            guard text[position] == UInt8(ascii: ":") else { return false }
            position += 1
            if position < text.count, text[position] == UInt8(ascii: ":") {
                guard !shortened else { return false }
                shortened = true
                position += 1
            } else if position == text.count {
                return false
            }
        }
        return shortened ? groups < 8 : groups == 8
    }

    /// Four numbers of at most 255 without leading zeros.
    private static func isIPv4(_ text: Span<UInt8>) -> Bool {
        var parts = 0
        var position = 0
        while position < text.count {
            var number = 0
            let start = position
            while position < text.count, Octets.isDigit(text[position]), position - start < 3 {
                number = number * 10 + Int(text[position] &- 0x30)
                position += 1
            }
            guard position > start, number <= 255, position - start == 1 || text[start] != UInt8(ascii: "0") else {
                return false
            }
            parts += 1
            guard position < text.count else { break }
            guard text[position] == UInt8(ascii: "."), position + 1 < text.count else { return false }
            position += 1
        }
        return parts == 4
    }
}
