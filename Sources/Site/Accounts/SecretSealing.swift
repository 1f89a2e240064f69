import Recruitment
import Secrets
import Storage

/// Seals what the database keeps of secrets, each for its own account and use (docs/decisions/0812-sealed-secrets.md).
struct SecretSealing {
    let keyring: Keyring

    func seal(_ secret: TOTPSecret, of account: AccountID) -> [UInt8] {
        keyring.seal(secret.octets, for: Self.generator(account))
    }

    /// nil for what was not sealed for this account, or by a key that is gone.
    func secret(_ sealed: [UInt8], of account: AccountID) -> TOTPSecret? {
        keyring.open(sealed, for: Self.generator(account)).flatMap { TOTPSecret(octets: $0) }
    }

    func seal(idToken: String, of account: AccountID) -> [UInt8] {
        keyring.seal(Array(idToken.utf8), for: Self.idToken(account))
    }

    func idToken(_ sealed: [UInt8], of account: AccountID) -> String? {
        keyring.open(sealed, for: Self.idToken(account)).map { String(decoding: $0, as: UTF8.self) }
    }

    private static func idToken(_ account: AccountID) -> String { "id-token:\(account)" }

    private static func generator(_ account: AccountID) -> String { "totp:\(account)" }

    /// Seals what an earlier version kept in clear, and what an earlier key sealed, with the key in use. One transaction.
    /// - Throws: `StorageError.unusable` where a secret cannot be opened: the key file is not the one it was sealed with.
    func renew(in store: Store) throws(StorageError) {
        try store.writing { writing throws(StorageError) in
            for (account, plain) in try writing.stores.accounts.plainGenerators() {
                try writing.reseal(keyring.seal(plain, for: Self.generator(account)), of: account)
            }
            for (account, sealed) in try writing.stores.accounts.sealedGenerators() {
                let context = Self.generator(account)
                if keyring.isCurrent(sealed, for: context) { continue }
                guard let plain = keyring.open(sealed, for: context) else {
                    throw .unusable(
                        "la clé des secrets n’est pas celle qui les a scellés : remettez le bon fichier de clé")
                }
                try writing.reseal(keyring.seal(plain, for: context), of: account)
            }
        }
    }
}
