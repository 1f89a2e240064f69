internal import Glibc

/// A folder's names.
public enum Folder {
    /// In no order, `.` and `..` among them.
    public static func names(in path: String) throws(FileError) -> [String] {
        guard let directory = unsafe opendir(path) else { throw .last(path) }
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
}
