internal import Glibc

/// Reading the migrations' folder, without Foundation.
enum FileReading {
    static func names(in folder: String) throws(MigrationError) -> [String] {
        guard let directory = unsafe opendir(folder) else { throw .unreadable(folder, reason: lastError) }
        defer { unsafe closedir(directory) }
        var names: [String] = []
        while let entry = unsafe readdir(directory) {
            unsafe withUnsafePointer(to: &entry.pointee.d_name) { name in
                let start = unsafe UnsafeRawPointer(name).assumingMemoryBound(to: CChar.self)
                names.append(unsafe String(cString: start))
            }
        }
        return names
    }

    /// The whole file, refused when longer than `limit` bytes.
    static func bytes(of path: String, limit: Int) throws(MigrationError) -> [UInt8] {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .unreadable(path, reason: lastError) }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = unsafe read(descriptor, &buffer, buffer.count)
            guard count >= 0 else { throw .unreadable(path, reason: lastError) }
            if count == 0 { return bytes }
            bytes += buffer[..<count]
            guard bytes.count <= limit else { throw .unreadable(path, reason: "plus de \(limit) octets") }
        }
    }

    private static var lastError: String { unsafe String(cString: strerror(errno)) }
}
