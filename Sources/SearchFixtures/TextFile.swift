import Glibc

/// Reads files of the repository without Foundation: for tests and benchmarks only.
public enum TextFile {
    public enum Failure: Error {
        case unreadable(String)
    }

    public static func read(_ path: String) throws(Failure) -> String {
        let file = unsafe open(path, O_RDONLY)
        guard file >= 0 else { throw .unreadable(path) }
        defer { close(file) }
        var octets: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 18)
        while true {
            let count = unsafe Glibc.read(file, &buffer, buffer.count)
            if count <= 0 { break }
            octets += buffer[..<count]
        }
        return String(decoding: octets, as: UTF8.self)
    }

    /// The rows of a table: a comment line, a header line, then tab-separated fields.
    public static func table(_ path: String) throws(Failure) -> [[String]] {
        try read(path).split(separator: "\n").dropFirst(2).map { line in
            line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        }
    }
}
