internal import Glibc

/// Keeps other processes from the same work in a folder for as long as the value lives; the system lets go when the process ends,
/// however it ends.
public struct FolderLock: ~Copyable {
    private let descriptor: Int32

    /// nil where another process has it.
    public init?(_ path: String) throws(FileError) {
        descriptor = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .last(path) }
        if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return }
        let isTaken = errno == EWOULDBLOCK
        let error = FileError.last(path)
        close(descriptor)
        if isTaken { return nil }
        throw error
    }

    deinit { close(descriptor) }
}
