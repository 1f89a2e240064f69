/// Codes that replace the generator when it is lost: shown once, each works once.
public enum TOTPRecoveryCodes {
    public static let count = 10
    /// Sixty random bits: enough to be kept as a plain hash.
    static let characters = 12

    /// Ten codes like `7K3M-9QXT-2B4C`, to be shown once.
    public static func random() -> [String] {
        (0..<count).map { _ in ReadableCode.random(characters: characters) }
    }

    /// What the database keeps of a code, however it was typed: SHA-256 of its normal form; nil for what is no code. The
    /// caller deletes the row with this hash in the transaction that signs the person in.
    public static func hash(of typed: String) -> [UInt8]? {
        guard let code = ReadableCode.normalized(typed), code.utf8.count == characters + characters / 4 - 1 else {
            return nil
        }
        return SHA256.digest(of: Array(code.utf8))
    }
}
