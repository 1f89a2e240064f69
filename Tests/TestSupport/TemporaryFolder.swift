import Glibc

/// A new empty folder, removed with the files it holds when the value goes.
public final class TemporaryFolder: Sendable {
    public let path: String

    public init() {
        var template = Array("/tmp/emploi-test-XXXXXX".utf8CString)
        path = unsafe String(cString: mkdtemp(&template))
    }

    deinit {
        guard let directory = unsafe opendir(path) else { return }
        while let entry = unsafe readdir(directory) {
            unsafe withUnsafePointer(to: &entry.pointee.d_name) { name in
                let start = unsafe UnsafeRawPointer(name).assumingMemoryBound(to: CChar.self)
                _ = unsafe remove(file(String(cString: start)))
            }
        }
        unsafe closedir(directory)
        unsafe rmdir(path)
    }

    public func file(_ name: String) -> String { path + "/" + name }

    public func write(_ name: String, _ text: String) {
        let file = unsafe fopen(self.file(name), "w")!
        unsafe fputs(text, file)
        unsafe fclose(file)
    }

    /// nil when there is no such file.
    public func read(_ name: String) -> String? {
        guard let file = unsafe fopen(self.file(name), "r") else { return nil }
        defer { unsafe fclose(file) }
        var bytes: [UInt8] = []
        while case let octet = unsafe fgetc(file), octet != EOF { bytes.append(UInt8(octet)) }
        return String(decoding: bytes, as: UTF8.self)
    }

    public func copy(_ path: String, to name: String) {
        unsafe symlink(path, file(name))
    }
}
