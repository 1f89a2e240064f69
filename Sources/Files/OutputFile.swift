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

    /// Returns when all that is written is on the disk.
    public func sync() throws(FileError) {
        guard fsync(descriptor) == 0 else { throw .last(path) }
    }

    /// Gives a file another name in its folder, in place of a file of that name; on the disk when this returns.
    /// - Returns: false, with nothing done, where there is no such file.
    public static func rename(_ path: String, to name: String) throws(FileError) -> Bool {
        if unsafe Glibc.rename(path, name) != 0 {
            if errno == ENOENT { return false }
            throw .last(name)
        }
        let folder = Folder.of(name)
        let descriptor = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .last(folder) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw .last(folder) }
        return true
    }

    /// Takes a file away; one that does not exist is as good.
    public static func remove(_ path: String) throws(FileError) {
        guard unsafe unlink(path) == 0 || errno == ENOENT else { throw .last(path) }
    }
}
