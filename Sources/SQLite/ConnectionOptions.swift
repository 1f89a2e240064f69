/// How a connection is opened: every limit and wait it has.
public struct ConnectionOptions: Sendable {
    public enum Access: Sendable {
        /// Never creates nor changes the file.
        case readOnly
        /// Creates the file when it is missing.
        case readWrite
    }

    public var access: Access
    /// How long a statement waits for another connection's lock before it fails with `.busy`.
    public var busyTimeout: Duration
    /// Tokenizers of full-text tables, by the name the tables are created with.
    public var tokenizers: [String: any FullTextTokenizer] = [:]
    /// Page cache of the connection, in KiB.
    public var cacheSize = 8_192
    /// Longest text or blob, in bytes.
    public var valueLength: Int32 = 16 << 20
    /// Longest SQL text, in bytes.
    public var sqlLength: Int32 = 256 << 10
    public var expressionDepth: Int32 = 100
    public var parameters: Int32 = 200
    public var triggerDepth: Int32 = 10
    /// The write-ahead log is cut back to this many bytes after a checkpoint.
    public var logSize = 64 << 20
    /// Virtual-machine steps between two looks at the deadline: about 0.1 ms.
    public var stepsBetweenDeadlineChecks: Int32 = 4_000

    public init(access: Access, busyTimeout: Duration = .seconds(10)) {
        self.access = access
        self.busyTimeout = busyTimeout
    }
}
