import Glibc

/// Where the files that come with the program lie: in the working folder, else in the first folder above the binary that has
/// them, else where a package installs them.
enum ProgramFiles {
    static let installed = "/usr/share/emploi-allier"

    /// The folder `name` (`Public`, `Migrations`); a path that may not exist if it is nowhere.
    static func folder(_ name: String) -> String {
        if isFolder(name) { return name }
        var parent = binary
        while let slash = parent.lastIndex(of: "/") {
            parent = String(parent[..<slash])
            if isFolder(parent + "/" + name) { return parent + "/" + name }
        }
        return installed + "/" + name
    }

    static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    private static var binary: String {
        guard let path = unsafe realpath("/proc/self/exe", nil) else { return "" }
        defer { unsafe free(path) }
        return unsafe String(cString: path)
    }
}
