import Curl
import Glibc

/// A folder of messages, one `.eml` file each: what a board without a mail server shows instead of sending.
public struct MailDirectory: Sendable, Hashable {
    public let path: String

    public init(path: String) {
        self.path = path
    }

    /// Writes a file that appears whole or not at all, readable by the owner only; the same name is overwritten.
    /// Throws `temporary` with the system's reason. `unsafe`: the system calls take pointers.
    func write(_ octets: [UInt8], named name: String) throws(MailError) {
        let final = path + "/" + name.replacing("/", with: "-") + ".eml"
        let draft = final + ".part"
        let file = unsafe open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw Self.failure() }
        var written = 0
        while written < octets.count {
            let count = unsafe octets[written...].withUnsafeBytes { unsafe Glibc.write(file, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else {
                let failure = Self.failure()
                close(file)
                throw failure
            }
            written += count
        }
        guard fsync(file) == 0, close(file) == 0, unsafe rename(draft, final) == 0 else { throw Self.failure() }
    }

    private static func failure() -> MailError {
        .temporary(code: nil, text: unsafe String(cString: strerror(errno)))
    }
}
