import Files
import Secrets

/// The file of the keys that seal what the database keeps of secrets: beside the database unless a setting names another.
struct KeyFile {
    private static let longest = 4_096

    let path: String

    /// Reads the keys. A file that is missing is made, unless `isNeeded` says that something is sealed already: a new key
    /// would open nothing.
    func keyring(isNeeded: Bool) throws -> Keyring {
        let octets: [UInt8]
        do throws(FileError) {
            var file = try InputFile(path)
            octets = try file.readAll(limit: Self.longest)
        } catch {
            guard error.isMissing, !isNeeded else { throw error }
            return try create()
        }
        guard let keyring = Keyring(file: String(decoding: octets, as: UTF8.self)) else {
            throw CommandFailure("Le fichier de clé \(path) n’a pas une clé par ligne (openssl rand -base64 32).")
        }
        return keyring
    }

    private func create() throws -> Keyring {
        let key = SealingKey.random()
        let text = "# Scelle les secrets de la base. À sauvegarder à part d’elle.\n\(key.text)\n"
        do throws(FileError) { try PrivateFile.create(path, Array(text.utf8)) } catch {
            // Another process made it at the same moment.
            guard error.isThere else { throw error }
            return try keyring(isNeeded: true)
        }
        return Keyring(key)
    }
}
