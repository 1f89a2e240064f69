/// The body of a response. For HEAD the handler answers as for GET: the server leaves the body out.
public enum ResponseBody: Sendable {
    case empty
    case bytes([UInt8])
    /// `length` octets from `offset` of a regular file, sent with sendfile.
    case file(OpenFile, offset: Int, length: Int)
    /// Made piece by piece on the worker thread: called until it returns nil, only as fast as the client reads.
    /// A thrown error cuts the connection, so that the client sees the answer as incomplete. An empty piece says that there is
    /// nothing yet: it is called again once the server is told of news, or after a while, and no thread waits meanwhile. When the
    /// server shuts down an empty piece is the end.
    case stream(@Sendable () throws -> [UInt8]?)
}
