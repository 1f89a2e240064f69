/// The body of a response. For HEAD the handler answers as for GET: the server leaves the body out.
public enum ResponseBody: Sendable {
    case empty
    case bytes([UInt8])
    /// `length` octets from `offset` of a regular file, sent with sendfile.
    case file(OpenFile, offset: Int, length: Int)
    /// Made piece by piece on the worker thread: called until it returns nil, only as fast as the client reads.
    /// A thrown error cuts the connection, so that the client sees the answer as incomplete.
    case stream(@Sendable () throws -> [UInt8]?)
}
