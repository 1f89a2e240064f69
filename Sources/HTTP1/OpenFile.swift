import Glibc

/// Owns a file descriptor open for reading and closes it with its last reference.
public final class OpenFile: Sendable {
    public let descriptor: Int32

    public init(owning descriptor: Int32) {
        self.descriptor = descriptor
    }

    deinit {
        close(descriptor)
    }
}
