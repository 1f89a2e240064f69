internal import CBrotli
internal import CZlib

/// Content codings made with zlib and libbrotli.
public enum Compression {
    /// For a page made at each request: docs/performance-web.md has the measurements behind these two.
    public static let pageGzipLevel: Int32 = 6
    public static let pageBrotliQuality: Int32 = 5
    /// For files compressed once, at start.
    public static let fileGzipLevel: Int32 = 9
    public static let fileBrotliQuality: Int32 = 11
    /// Below this many octets a coding saves less than its own field and the work cost: the answer fits one packet anyway.
    public static let minimumSize = 1024

    /// `content` as one gzip member (RFC 1952) without name and time: the same content gives the same octets.
    /// - Parameter level: 1 (fast) to 9 (small).
    /// - Returns: nil if zlib has no memory.
    public static func gzip(_ content: [UInt8], level: Int32 = pageGzipLevel) -> [UInt8]? {
        let gzipWindow: Int32 = 15 + 16
        return deflated(content, level: level, window: gzipWindow, isLast: true)
    }

    /// `content` as deflate blocks that end on an octet, none of them the last of its stream.
    static func deflateBlocks(_ content: [UInt8], level: Int32) -> [UInt8]? {
        let rawWindow: Int32 = -15
        return deflated(content, level: level, window: rawWindow, isLast: false)
    }

    private static let flushMarker = 64

    /// - Parameters:
    ///   - window: zlib's `windowBits`, which also says whether there is a header.
    ///   - isLast: Whether the stream ends with `content`, or goes on after a flush.
    private static func deflated(_ content: [UInt8], level: Int32, window: Int32, isLast: Bool) -> [UInt8]? {
        guard content.count <= Int(UInt32.max / 2) else { return nil }
        // zlib keeps its state behind pointers that it allocates in deflateInit2_ and gives back in deflateEnd; input and
        // output pointers live for the one call of deflate, whose output deflateBound has made large enough for a finished
        // stream, and the room for the flush marker for one that goes on.
        var stream = unsafe z_stream()
        let memory: Int32 = 8
        guard
            unsafe deflateInit2_(
                &stream, level, Z_DEFLATED, window, memory, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
                Int32(MemoryLayout<z_stream>.size)) == Z_OK
        else { return nil }
        defer { unsafe deflateEnd(&stream) }
        let bound = unsafe Int(deflateBound(&stream, UInt(content.count))) + flushMarker
        var isComplete = false
        let compressed = unsafe [UInt8](unsafeUninitializedCapacity: bound) { output, count in
            unsafe content.withUnsafeBufferPointer { input in
                unsafe stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
                unsafe stream.avail_in = UInt32(input.count)
                unsafe stream.next_out = output.baseAddress
                unsafe stream.avail_out = UInt32(output.count)
                let status = unsafe deflate(&stream, isLast ? Z_FINISH : Z_SYNC_FLUSH)
                isComplete = unsafe isLast ? status == Z_STREAM_END : status == Z_OK && stream.avail_in == 0
                count = unsafe output.count - Int(stream.avail_out)
            }
        }
        return isComplete ? compressed : nil
    }

    /// `content` as a brotli stream (RFC 7932), tuned for UTF-8 text.
    /// - Parameter quality: 0 (fast) to 11 (small).
    /// - Returns: nil if libbrotli has no memory.
    public static func brotli(_ content: [UInt8], quality: Int32 = pageBrotliQuality) -> [UInt8]? {
        // One call: reads the input, writes at most the size it is given and puts the size it wrote in its place.
        let bound = max(BrotliEncoderMaxCompressedSize(content.count), 16)
        var isComplete = false
        // 2^18 octets look back far enough for a page; more only costs memory to clear.
        let window: Int32 = content.count <= 1 << 17 ? 18 : 22
        let compressed = unsafe [UInt8](unsafeUninitializedCapacity: bound) { output, count in
            unsafe content.withUnsafeBufferPointer { input in
                var size = output.count
                isComplete =
                    unsafe BrotliEncoderCompress(
                        quality, window, BROTLI_MODE_TEXT, input.count, input.baseAddress, &size, output.baseAddress)
                    == BROTLI_TRUE
                count = isComplete ? size : 0
            }
        }
        return isComplete ? compressed : nil
    }

    /// `content` under a coding as a page is compressed; nil if it cannot be.
    static func encode(_ content: [UInt8], _ coding: ContentCoding) -> [UInt8]? {
        switch coding {
        case .identity: content
        case .gzip: gzip(content)
        case .brotli: brotli(content)
        }
    }
}
