/// Programs that read the site for others, by what they call themselves: their readings are not people's.
enum Robots {
    /// What stands in the User-Agent of search engines, of previews of messengers, of monitors and of script libraries, in
    /// lower case. A list of words rather than of products: a robot that says so is nearly always found by one of them.
    static let words = [
        "bot", "crawl", "spider", "slurp", "preview", "facebookexternalhit", "monitor", "uptime", "scan", "feed",
        "archiver", "curl", "wget", "python", "java/", "go-http", "okhttp", "httpclient", "libwww", "lighthouse",
    ]
    /// Telephones of that make hold a word of the list.
    private static let telephone = Array("cubot".utf8)
    private static let octets = words.map { Array($0.utf8) }
    /// A bit for each pair of octets that begins a word: event loops ask for every reader of a counted page.
    private static let beginnings = octets.reduce(into: [UInt64](repeating: 0, count: 1_024)) { bits, word in
        let pair = Int(word[0]) << 8 | Int(word[1])
        bits[pair >> 6] |= 1 << UInt64(pair & 63)
    }

    /// Whether a User-Agent names one; none at all names none.
    static func areNamed(in userAgent: Span<UInt8>) -> Bool {
        let beginnings = beginnings
        var pair = 0
        for place in userAgent.indices {
            pair = (pair << 8 | Int(userAgent[place] | 0x20)) & 0xFFFF
            guard beginnings[pair >> 6] >> UInt64(pair & 63) & 1 == 1 else { continue }
            if isNamed(userAgent, from: place - 1) { return true }
        }
        return false
    }

    static func areNamed(in userAgent: String?) -> Bool {
        guard let userAgent else { return false }
        return areNamed(in: Array(userAgent.utf8).span)
    }

    private static func isNamed(_ text: Span<UInt8>, from start: Int) -> Bool {
        guard octets.contains(where: { matches($0, text, start) }) else { return false }
        return start < 2 || !matches(telephone, text, start - 2)
    }

    /// Letters differ from their capitals by one bit; nothing else in a word is made of another octet by it.
    private static func matches(_ word: [UInt8], _ text: Span<UInt8>, _ start: Int) -> Bool {
        guard start + word.count <= text.count else { return false }
        return word.indices.allSatisfy { text[start + $0] | 0x20 == word[$0] }
    }
}
