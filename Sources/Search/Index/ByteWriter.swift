/// Appends numbers and texts in a compact form: LEB128 for numbers, a length before texts.
struct ByteWriter {
    private(set) var bytes: [UInt8] = []

    mutating func write(_ octet: UInt8) { bytes.append(octet) }

    mutating func write(number: UInt64) {
        var rest = number
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    mutating func write(number: Int) { write(number: UInt64(max(0, number))) }

    mutating func write(octets: [UInt8]) {
        write(number: octets.count)
        bytes.append(contentsOf: octets)
    }

    mutating func write(_ text: String?) { write(octets: text.map { Array($0.utf8) } ?? []) }
}
