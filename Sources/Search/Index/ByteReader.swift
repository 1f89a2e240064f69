/// Reads what `ByteWriter` wrote. Cut or damaged input gives nil, never a trap.
struct ByteReader {
    private(set) var position: Int

    init(at position: Int = 0) {
        self.position = position
    }

    mutating func octet(_ bytes: [UInt8]) -> UInt8? {
        guard position < bytes.count else { return nil }
        defer { position += 1 }
        return bytes[position]
    }

    mutating func number(_ bytes: [UInt8]) -> UInt64? {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while position < bytes.count, shift < 64 {
            let octet = bytes[position]
            position += 1
            value |= UInt64(octet & 0x7F) << shift
            if octet < 0x80 { return value }
            shift += 7
        }
        return nil
    }

    mutating func int(_ bytes: [UInt8]) -> Int? {
        number(bytes).flatMap { Int(exactly: $0) }
    }

    /// The range of a text of known length; the reader stands after it.
    mutating func range(_ bytes: [UInt8]) -> Range<Int>? {
        guard let length = int(bytes), length <= bytes.count - position else { return nil }
        defer { position += length }
        return position..<position + length
    }

    mutating func text(_ bytes: [UInt8]) -> String? {
        range(bytes).map { String(decoding: bytes[$0], as: UTF8.self) }
    }

    /// Steps over `count` numbers; false where the input ends first.
    mutating func skip(numbers count: Int, _ bytes: [UInt8]) -> Bool {
        var left = count
        while left > 0, position < bytes.count {
            if bytes[position] < 0x80 { left -= 1 }
            position += 1
        }
        return left == 0
    }
}
