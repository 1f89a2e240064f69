import Files

/// A secret that the operator keeps in a file, so that it stands in no list of processes.
enum SecretFile {
    private static let longest = 4_096

    /// The first line; nil where there is none or the file cannot be read.
    static func firstLine(_ path: String) -> String? {
        do throws(FileError) {
            var file = try InputFile(path)
            let octets = try file.readAll(limit: longest)
            let line = String(decoding: octets.prefix { $0 != 0x0A && $0 != 0x0D }, as: UTF8.self)
            return line.isEmpty ? nil : line
        } catch { return nil }
    }
}
