public import HTTP1

/// A file that came with a form. Its octets stay where the server has put the request's body: in memory if that was small,
/// else in an unlinked temporary file.
public struct UploadedFile: Sendable {
    /// The name of the form's field.
    public let name: String
    /// What the sender called it, without directories. To be shown, never to be opened.
    public let fileName: String
    /// What the sender says it is: a claim.
    public let declaredType: String?
    /// In octets.
    public let length: Int
    /// Bytes, or a part of a file.
    public let content: ResponseBody

    /// The octets in memory.
    /// - Throws: `FormError.unreadable`.
    public func bytes() throws(FormError) -> [UInt8] {
        guard let octets = content.octets(0..<length) else { throw .unreadable(errno: 0) }
        return octets
    }
}
