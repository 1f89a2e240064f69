import XML

/// Bytes of formats that do not name their encoding.
enum FeedText {
    /// UTF-8 with or without a byte order mark, and windows-1252 where it is no UTF-8. A character cut off at the very end
    /// is left out.
    static func decode(_ octets: [UInt8]) -> String {
        let body = octets.starts(with: [0xEF, 0xBB, 0xBF]) ? octets[3...] : octets[...]
        for cut in 0...3 where body.count >= cut {
            if let text = String(validating: body.dropLast(cut), as: UTF8.self) { return text }
        }
        return SingleByteEncoding.windows1252(body)
    }
}
