internal import Glibc

/// A file written from its beginning, in place of what it held; closed when the value goes.
public struct OutputFile: ~Copyable {
    private let path: String
    private let descriptor: Int32

    public init(_ path: String) throws(FileError) {
        descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw .last(path) }
        self.path = path
    }

    deinit { close(descriptor) }

    public mutating func write(_ bytes: [UInt8]) throws(FileError) {
        var done = 0
        while done < bytes.count {
            let count = unsafe bytes.withUnsafeBytes { buffer in
                unsafe Glibc.write(descriptor, buffer.baseAddress?.advanced(by: done), buffer.count - done)
            }
            if count > 0 { done += count } else if errno != EINTR { throw .last(path) }
        }
    }

    /// Takes a file away; one that does not exist is as good.
    public static func remove(_ path: String) throws(FileError) {
        guard unsafe unlink(path) == 0 || errno == ENOENT else { throw .last(path) }
    }
}
