/// The key that seals now and those that sealed before: what any of them sealed can be opened.
public struct Keyring: Sendable {
    /// Lines of a key file that count, at most.
    static let mostKeys = 20

    private let keys: [SealingKey]
    private let current: SealingKey

    public init(_ key: SealingKey) {
        current = key
        keys = [key]
    }

    /// Reads a key file: a key a line in base 64, the one in use first; empty lines and those that begin with `#` do not count.
    /// nil without a key, or with a line that is none.
    public init?(file text: String) {
        var keys: [SealingKey] = []
        for line in text.split(whereSeparator: \.isNewline) {
            let word = line.filter { !$0.isWhitespace }
            if word.isEmpty || word.hasPrefix("#") { continue }
            guard let key = SealingKey(text: word), keys.count < Self.mostKeys else { return nil }
            keys.append(key)
        }
        guard let first = keys.first else { return nil }
        current = first
        self.keys = keys
    }

    public func seal(_ plain: [UInt8], for context: String) -> [UInt8] {
        current.seal(plain, for: context)
    }

    /// nil for what none of the keys sealed for `context`.
    public func open(_ sealed: [UInt8], for context: String) -> [UInt8]? {
        for key in keys {
            if let plain = key.open(sealed, for: context) { return plain }
        }
        return nil
    }

    /// Whether the key in use sealed this for `context`, not an earlier one.
    public func isCurrent(_ sealed: [UInt8], for context: String) -> Bool {
        current.open(sealed, for: context) != nil
    }
}
