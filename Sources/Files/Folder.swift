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

    /// The folder that a path names a file in.
    static func of(_ path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// The path from the root, without links, to a folder that is there.
    public static func whole(_ path: String) throws(FileError) -> String {
        guard let found = unsafe realpath(path, nil) else { throw .last(path) }
        defer { unsafe free(found) }
        return unsafe String(cString: found)
    }
}
