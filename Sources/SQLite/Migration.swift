internal import Files

/// One forward-only step of the schema: a file `0001_offers.sql`.
public struct Migration: Sendable, Equatable {
    public let number: Int
    /// The file's name, `0001_offers.sql`.
    public let name: String
    public let sql: String
    public let checksum: Checksum

    /// Takes the number from the first four digits of `name`; nil when `name` has another shape than `0001_….sql`.
    public init?(name: String, sql: [UInt8]) {
        let octets = Array(name.utf8)
        guard octets.count > 9, name.hasSuffix(".sql"), octets[4] == UInt8(ascii: "_"),
            octets[..<4].allSatisfy({ $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }),
            let number = Int(name.prefix(4)), number > 0
        else { return nil }
        self.number = number
        self.name = name
        self.sql = String(decoding: sql, as: UTF8.self)
        checksum = Checksum(of: sql)
    }

    /// The migrations of a folder, by number. Other files and folders there are left alone.
    public static func all(in folder: String) throws(MigrationError) -> [Migration] {
        var migrations: [Migration] = []
        for name in try names(in: folder) {
            guard let migration = Migration(name: name, sql: try bytes(of: folder + "/" + name)) else {
                throw .badName(name)
            }
            // Numbers may leave gaps: they are given out in ranges to those who work at once.
            guard migrations.last?.number != migration.number else { throw .repeatedNumber(name) }
            migrations.append(migration)
        }
        guard !migrations.isEmpty else { throw .nothingFound(folder) }
        return migrations
    }

    private static func names(in folder: String) throws(MigrationError) -> [String] {
        do throws(FileError) { return try Folder.names(in: folder).filter { $0.hasSuffix(".sql") }.sorted() } catch {
            throw .unreadable(error.description)
        }
    }

    private static func bytes(of path: String) throws(MigrationError) -> [UInt8] {
        do throws(FileError) {
            var file = try InputFile(path)
            return try file.readAll(limit: longestFile)
        } catch { throw .unreadable(error.description) }
    }

    private static let longestFile = 1 << 20
}
