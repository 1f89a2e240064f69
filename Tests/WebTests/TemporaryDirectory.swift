import Glibc
import Testing

/// A directory of its own for one test, taken away with its last reference.
final class TemporaryDirectory {
    let path: String
    private var created: [String] = []

    init() throws {
        var template = Array("/tmp/web-tests-XXXXXX".utf8CString)
        _ = unsafe mkdtemp(&template)
        path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
        try #require(!path.hasSuffix("XXXXXX"))
    }

    func write(_ name: String, _ content: String) throws {
        created.append("\(path)/\(name)")
        let descriptor = unsafe open("\(path)/\(name)", O_WRONLY | O_CREAT | O_TRUNC, 0o644)
        try #require(descriptor >= 0)
        defer { close(descriptor) }
        let octets = Array(content.utf8)
        try #require(unsafe Glibc.write(descriptor, octets, octets.count) == octets.count)
    }

    func makeDirectory(_ name: String) throws {
        created.append("\(path)/\(name)")
        try #require(unsafe mkdir("\(path)/\(name)", 0o755) == 0)
    }

    func link(_ name: String, to target: String) throws {
        created.append("\(path)/\(name)")
        try #require(unsafe symlink(target, "\(path)/\(name)") == 0)
    }

    func makePipe(_ name: String) throws {
        created.append("\(path)/\(name)")
        try #require(unsafe mkfifo("\(path)/\(name)", 0o644) == 0)
    }

    func setModified(_ name: String, seconds: Int) throws {
        let times = [timespec(tv_sec: seconds, tv_nsec: 0), timespec(tv_sec: seconds, tv_nsec: 0)]
        try #require(unsafe utimensat(AT_FDCWD, "\(path)/\(name)", times, 0) == 0)
    }

    deinit {
        for path in created.reversed() + [path] { _ = unsafe remove(path) }
    }
}
