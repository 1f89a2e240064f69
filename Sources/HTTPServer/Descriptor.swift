import Glibc

/// Owns a file descriptor and closes it at its end.
struct Descriptor: ~Copyable, Sendable {
    let number: Int32

    init(owning number: Int32) {
        self.number = number
    }

    /// The result of a system call that makes a descriptor.
    ///
    /// - Throws: `ServerError.system` where it is negative.
    init(_ call: String, _ result: Int32) throws(ServerError) {
        guard result >= 0 else { throw .system(call: call, code: errno) }
        number = result
    }

    deinit {
        close(number)
    }
}

/// Checks the result of a system call.
func check(_ call: String, _ result: Int32) throws(ServerError) {
    guard result >= 0 else { throw .system(call: call, code: errno) }
}
