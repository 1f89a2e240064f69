internal import CLinux
import Glibc
import HTTP1

/// A directory whose files may be opened, and nothing outside of it: whatever a path contains and wherever symbolic links
/// inside point, the kernel resolves below the directory or refuses (`openat2`, Linux 5.6; else name by name).
struct ServedDirectory: Sendable {
    private let directory: OpenFile

    /// Follows symbolic links in `path` itself, which the operator wrote.
    init(_ path: String) throws(FileError) {
        let descriptor = unsafe Glibc.open(path, linux_o_path() | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .system(path: path, errno: errno) }
        directory = OpenFile(owning: descriptor)
    }

    struct Metadata: Sendable, Hashable {
        let length: Int
        let inode: UInt64
        let modifiedSeconds: Int
        let modifiedNanoseconds: Int
    }

    /// Opens a regular file for reading.
    func open(_ path: FilePath) throws(FileError) -> (file: OpenFile, metadata: Metadata) {
        let file = OpenFile(owning: try descriptor(path))
        var status = stat()
        guard unsafe fstat(file.descriptor, &status) == 0 else { throw .system(path: path.text, errno: errno) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw .wrongKind(path: path.text) }
        let metadata = Metadata(
            length: status.st_size, inode: UInt64(status.st_ino), modifiedSeconds: status.st_mtim.tv_sec,
            modifiedNanoseconds: status.st_mtim.tv_nsec)
        return (file, metadata)
    }

    /// Every regular file below, in the order of their names; hidden names and symbolic links are left out.
    func files(limit: Int, depth: Int) throws(FileError) -> [FilePath] {
        var found: [FilePath] = []
        try collect(below: nil, into: &found, limit: limit, depth: depth)
        return found.sorted { $0.text < $1.text }
    }

    private func collect(
        below parent: FilePath?, into found: inout [FilePath], limit: Int, depth: Int
    ) throws(FileError) {
        for name in try names(in: parent) {
            guard let path = FilePath(name, below: parent) else { continue }
            var status = stat()
            guard unsafe fstatat(directory.descriptor, path.text, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
                throw .system(path: path.text, errno: errno)
            }
            switch status.st_mode & S_IFMT {
            case S_IFREG: found.append(path)
            case S_IFDIR where depth > 0: try collect(below: path, into: &found, limit: limit, depth: depth - 1)
            default: break
            }
            if found.count > limit { throw .tooMany }
        }
    }

    private func names(in path: FilePath?) throws(FileError) -> [String] {
        let text = path?.text ?? "."
        let descriptor = unsafe openat(directory.descriptor, text, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { throw .system(path: text, errno: errno) }
        // The stream owns the descriptor from here and is closed below; an entry is read before the next call of readdir.
        guard let stream = unsafe fdopendir(descriptor) else {
            close(descriptor)
            throw .system(path: text, errno: errno)
        }
        defer { unsafe closedir(stream) }
        var names: [String] = []
        while let entry = unsafe readdir(stream) {
            let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { octets in
                unsafe String(validating: octets.prefix { $0 != 0 }, as: UTF8.self)
            }
            if let name { names.append(name) }
        }
        return names
    }

    private func descriptor(_ path: FilePath) throws(FileError) -> Int32 {
        // The path is a NUL-terminated copy for the length of the call.
        let descriptor = unsafe openat2_beneath(directory.descriptor, path.text)
        if descriptor >= 0 { return descriptor }
        let reason = errno
        // An old kernel, or a sandbox that does not know the call.
        if reason == ENOSYS || reason == EPERM { return try descriptorByWalking(path) }
        throw .system(path: path.text, errno: reason)
    }

    /// Opens directory after directory without following a link: what `openat2` does in one call.
    func descriptorByWalking(_ path: FilePath) throws(FileError) -> Int32 {
        var current = directory
        let names = path.names
        for name in names.dropLast() {
            let next = unsafe openat(
                current.descriptor, String(name), linux_o_path() | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
            guard next >= 0 else { throw .system(path: path.text, errno: errno) }
            current = OpenFile(owning: next)
        }
        let descriptor = unsafe openat(
            current.descriptor, String(names.last ?? "."), O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NOCTTY | O_NONBLOCK)
        guard descriptor >= 0 else { throw .system(path: path.text, errno: errno) }
        return descriptor
    }
}
