import HTTP1
import Secrets

/// Several ranges in one body, `multipart/byteranges` (RFC 9110 §14.6).
struct MultipartByteRanges {
    let contentType: String
    let bytes: [UInt8]

    /// nil if the ranges are more than `limits.rangesInMemory` together, or cannot be read: the whole is the answer then.
    init?(_ ranges: [Range<Int>], of content: ResponseBody, length: Int, _ type: MediaType, limits: InputLimits) {
        guard ranges.reduce(0, { $0 + $1.count }) <= limits.rangesInMemory else { return nil }
        // Nobody can have put 128 random bits into the content beforehand.
        let boundary = String(hexadecimal: Random.bytes(16))
        var bytes: [UInt8] = []
        for range in ranges {
            guard let octets = content.octets(range) else { return nil }
            let head = "\r\n--\(boundary)\r\nContent-Type: \(type.fieldValue)\r\n"
            bytes += head.utf8
            bytes += "Content-Range: bytes \(range.lowerBound)-\(range.upperBound - 1)/\(length)\r\n\r\n".utf8
            bytes += octets
        }
        bytes += "\r\n--\(boundary)--\r\n".utf8
        self.bytes = bytes
        contentType = "multipart/byteranges; boundary=\(boundary)"
    }
}
