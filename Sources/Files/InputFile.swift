internal import Glibc

/// A file open for reading from its beginning to its end; closed when the value goes.
public struct InputFile: ~Copyable {
    public let path: String
    /// In bytes, when it was opened; 0 where that is not known, as for a pipe.
    public let size: Int
    private let descriptor: Int32

    public init(_ path: String) throws(FileError) {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .last(path) }
        self.path = path
        self.descriptor = descriptor
        var status = stat()
        size = unsafe fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
    }

    deinit { close(descriptor) }

    /// Replaces `buffer` with the next bytes, at most `count`; none at the end of the file.
    public mutating func read(_ count: Int, into buffer: inout [UInt8]) throws(FileError) {
        if buffer.count != count { buffer = [UInt8](repeating: 0, count: count) }
        while true {
            let got = unsafe Glibc.read(descriptor, &buffer, count)
            if got >= 0 { return buffer.removeLast(count - got) }
            guard errno == EINTR else { throw .last(path) }
        }
    }

    /// The rest of the file; refused with code 0 when longer than `limit` bytes.
    public mutating func readAll(limit: Int) throws(FileError) -> [UInt8] {
        var bytes: [UInt8] = []
        var buffer: [UInt8] = []
        while true {
            try read(65_536, into: &buffer)
            if buffer.isEmpty { return bytes }
            bytes += buffer
            guard bytes.count <= limit else { throw FileError(path, code: 0) }
        }
    }
}
