import Files

/// Secrets are given in files, so that neither the command line nor the environment of the process shows them.
enum SecretFile {
    /// The first line of a file; nil where it is empty or cannot be read.
    static func firstLine(_ path: String) -> String? {
        do throws(FileError) {
            var file = try InputFile(path)
            let octets = try file.readAll(limit: 4_096)
            let line = String(decoding: octets.prefix { $0 != 0x0A && $0 != 0x0D }, as: UTF8.self)
            return line.isEmpty ? nil : line
        } catch { return nil }
    }
}
