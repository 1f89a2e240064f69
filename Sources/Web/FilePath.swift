/// The path of a file below a directory: one or more plain names. Whatever could lead elsewhere is no such path.
public struct FilePath: Sendable, Hashable {
    /// The names joined by slashes.
    public let text: String

    /// Reads the part of a request's path that names a file, percent-encoded.
    /// - Returns: nil for malformed encoding, an empty name (two slashes), a name that begins with a dot (`.`, `..`, `.git`),
    ///   and a name with a slash, a backslash or a control character, encoded or not.
    public init?(encoded: some StringProtocol) {
        var names: [String] = []
        for segment in encoded.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
            guard let name = PercentEncoding.decodeSegment(segment), Self.isPlain(name) else { return nil }
            names.append(name)
        }
        text = names.joined(separator: "/")
    }

    /// One name below another path, or at the top for nil; nil if it is not plain.
    init?(_ name: String, below parent: FilePath?) {
        guard Self.isPlain(name) else { return nil }
        text = parent.map { "\($0.text)/\(name)" } ?? name
    }

    // By octets: a combining character after a slash or a dot makes another Character of both, but not another file.
    var names: [Substring] { text.utf8.split(separator: UInt8(ascii: "/")).map { Substring($0) } }

    /// As it stands in a URL.
    public var encoded: String {
        names.map { PercentEncoding.encodeSegment(String($0)) }.joined(separator: "/")
    }

    private static func isPlain(_ name: String) -> Bool {
        !name.isEmpty && name.utf8.first != UInt8(ascii: ".")
            && name.utf8.allSatisfy {
                $0 >= 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "\\")
            }
    }
}
