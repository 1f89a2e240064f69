internal import Glibc

/// A small file that its owner alone may read.
public enum PrivateFile {
    /// Makes a file of mode 0600 with these octets, on the disk when this returns. One that exists is left alone and thrown as
    /// `EEXIST`: see ``FileError/isThere``.
    public static func create(_ path: String, _ octets: [UInt8]) throws(FileError) {
        let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .last(path) }
        defer { close(descriptor) }
        let written = unsafe write(descriptor, octets, octets.count)
        guard written == octets.count, fsync(descriptor) == 0 else { throw .last(path) }
    }
}

extension FileError {
    /// There is a file of that name already.
    public var isThere: Bool { code == EEXIST }

    /// There is no file of that name.
    public var isMissing: Bool { code == ENOENT }
}
