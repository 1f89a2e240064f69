/// The body of a request, whole: small ones in memory, larger ones in an unlinked temporary file.
public enum RequestBody: Sendable {
    case empty
    case bytes([UInt8])
    case file(OpenFile, length: Int)
}
