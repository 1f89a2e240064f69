/// Bends inputs: a seed, or a case found before, with one to six changes.
struct Mutator {
    private static let longest = 4_096
    private static let tokens: [[UInt8]] = [
        "\r\n", "\r", "\n", "\r\n\r\n", " ", "\t", ":", ";", ",", "=", "\"", "%", "%00", "%2e%2e", "\0", "--", "-",
        "0\r\n\r\n", "chunked", "Transfer-Encoding: chunked\r\n", "Content-Length: ", "Host: a\r\n",
        "Connection: close\r\n", "Expect: 100-continue\r\n", "HTTP/1.0", "HTTP/1.1", "GET / HTTP/1.1\r\n",
        "9223372036854775807", "18446744073709551616", "ffffffffffffffff", "[::1]", "W/", "*", "\u{e9}", "bytes=0-",
        "q=0", "filename*=utf-8''", "name=\"a\"",
    ].map { Array($0.utf8) }

    private var buffer: [UInt8] = []

    /// The next input.
    mutating func input(from seeds: [[UInt8]], found: [[UInt8]], _ random: inout RandomNumbers) -> [UInt8] {
        let pick = random.below(seeds.count + found.count)
        buffer.removeAll(keepingCapacity: true)
        buffer.append(contentsOf: pick < seeds.count ? seeds[pick] : found[pick - seeds.count])
        for _ in 0...min(random.below(6), random.below(6)) { change(seeds, &random) }
        if buffer.count > Self.longest { buffer.removeLast(buffer.count - Self.longest) }
        return buffer
    }

    private mutating func change(_ seeds: [[UInt8]], _ random: inout RandomNumbers) {
        guard !buffer.isEmpty else { return buffer.append(contentsOf: Self.tokens[random.below(Self.tokens.count)]) }
        let place = random.below(buffer.count)
        let length = min(buffer.count - place, 1 + random.below(16))
        switch random.below(9) {
        case 0: buffer[place] ^= 1 << UInt8(random.below(8))
        case 1: buffer[place] = UInt8(truncatingIfNeeded: random.next())
        case 2: buffer.removeSubrange(place..<place + length)
        case 3: buffer.insert(contentsOf: Array(buffer[place..<place + length]), at: random.below(buffer.count))
        case 4, 5: buffer.insert(contentsOf: Self.tokens[random.below(Self.tokens.count)], at: place)
        case 6: buffer.removeLast(buffer.count - place)
        case 7:
            let other = seeds[random.below(seeds.count)]
            guard !other.isEmpty else { return }
            buffer.replaceSubrange(place..., with: other[random.below(other.count)...])
        default:
            // A long run, for the limits.
            buffer.insert(contentsOf: Array(repeating: buffer[place], count: 1 + random.below(300)), at: place)
        }
    }
}
