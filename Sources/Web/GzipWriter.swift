internal import CZlib

/// One gzip member (RFC 1952) made piece by piece, each piece ready to be sent when it is made. A piece is compressed on its
/// own, so that nothing of zlib's is kept from one to the next: give large ones (256 KiB and more).
public struct GzipWriter: Sendable {
    private let level: Int32
    private var checksum: UInt32 = 0
    private var length: UInt32 = 0
    private var hasBegun = false

    /// - Parameter level: 1 (fast) to 9 (small).
    public init(level: Int32 = Compression.pageGzipLevel) {
        self.level = level
    }

    /// The octets that `piece` adds, a whole number of deflate blocks (RFC 1951); nil if zlib has no memory.
    public mutating func write(_ piece: [UInt8]) -> [UInt8]? {
        if piece.isEmpty { return begin() }
        guard let blocks = Compression.deflateBlocks(piece, level: level) else { return nil }
        let before = UInt(checksum)
        // crc32 reads the octets of the piece, which outlives the call.
        checksum = unsafe piece.withUnsafeBufferPointer { input in
            unsafe UInt32(truncatingIfNeeded: crc32(before, input.baseAddress, UInt32(input.count)))
        }
        length &+= UInt32(truncatingIfNeeded: piece.count)
        return begin() + blocks
    }

    /// The end of the member. Nothing may be written after it.
    public mutating func finish() -> [UInt8] {
        // An empty last block with fixed codes, then the checksum and the length, least octet first.
        begin() + [0x03, 0x00] + Self.octets(checksum) + Self.octets(length)
    }

    private mutating func begin() -> [UInt8] {
        if hasBegun { return [] }
        hasBegun = true
        // Deflate, no flags, no time, no hint, unknown system.
        return [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF]
    }

    private static func octets(_ number: UInt32) -> [UInt8] {
        [0, 8, 16, 24].map { UInt8(truncatingIfNeeded: number >> $0) }
    }
}
