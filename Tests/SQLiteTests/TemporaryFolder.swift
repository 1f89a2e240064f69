import Glibc

/// A new empty folder, removed with the files it holds when the value goes.
final class TemporaryFolder: Sendable {
    let path: String

    init() {
        var template = Array("/tmp/emploi-test-XXXXXX".utf8CString)
        path = unsafe String(cString: mkdtemp(&template)!)
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

    func file(_ name: String) -> String { path + "/" + name }

    func write(_ name: String, _ text: String) {
        let file = unsafe fopen(self.file(name), "w")!
        unsafe fputs(text, file)
        unsafe fclose(file)
    }
}
