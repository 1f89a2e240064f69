internal import CCrypto

/// A password as it is kept: scrypt (RFC 7914) in the PHC string format, `$scrypt$ln=15,r=8,p=3$SALT$HASH`.
public struct PasswordHash: Sendable, Hashable {
    /// What a hash costs: 2^`logN` · `r` · 128 octets of memory, `p` times over.
    public struct Cost: Sendable, Hashable {
        public let logN: Int
        public let r: Int
        public let p: Int

        /// nil beyond what this machine should spend on a stranger's password: more than 128 MiB, or nothing at all.
        public init?(logN: Int, r: Int, p: Int) {
            guard (1...20).contains(logN), (1...32).contains(r), (1...16).contains(p), r << (logN + 7) <= 128 << 20
            else {
                return nil
            }
            self.init(validLogN: logN, r: r, p: p)
        }

        private init(validLogN logN: Int, r: Int, p: Int) {
            self.logN = logN
            self.r = r
            self.p = p
        }

        /// 32 MiB, three times: one of the equally strong settings of OWASP's Password Storage Cheat Sheet, the one that two
        /// cores and little memory bear.
        public static let standard = Cost(validLogN: 15, r: 8, p: 3)
        /// For tests.
        public static let cheap = Cost(validLogN: 4, r: 1, p: 1)
    }

    /// The PHC string, to be stored.
    public let text: String
    public let cost: Cost
    private let salt: [UInt8]
    private let key: [UInt8]

    /// Hashes a new password with a random salt of 16 octets. Takes a quarter of a second at the standard cost: never on an event loop.
    public init(of password: String, cost: Cost = .standard) {
        self.init(of: password, cost: cost, salt: Random.bytes(16))
    }

    init(of password: String, cost: Cost, salt: [UInt8]) {
        self.init(cost: cost, salt: salt, key: Self.derive(password, salt: salt, cost: cost, length: 32))
    }

    private init(cost: Cost, salt: [UInt8], key: [UInt8]) {
        self.cost = cost
        self.salt = salt
        self.key = key
        let parameters = "ln=\(cost.logN),r=\(cost.r),p=\(cost.p)"
        text = "$scrypt$\(parameters)$\(Base64.standard.encode(salt))$\(Base64.standard.encode(key))"
    }

    /// Reads what was stored; nil for another format, or a cost beyond `Cost`.
    public init?(_ text: String) {
        let pieces = text.split(separator: "$", omittingEmptySubsequences: false)
        guard pieces.count == 5, pieces[0].isEmpty, pieces[1] == "scrypt", let salt = Base64.standard.decode(pieces[3]),
            let key = Base64.standard.decode(pieces[4]), (8...64).contains(salt.count), (16...64).contains(key.count)
        else { return nil }
        let numbers = pieces[2].split(separator: ",", omittingEmptySubsequences: false)
        guard numbers.count == 3, let logN = Self.number(numbers[0], after: "ln="),
            let r = Self.number(numbers[1], after: "r="),
            let p = Self.number(numbers[2], after: "p="), let cost = Cost(logN: logN, r: r, p: p)
        else { return nil }
        self.init(cost: cost, salt: salt, key: key)
    }

    /// Whether this is the hash of `password`. Takes as long as hashing it, right or wrong.
    public func matches(_ password: String) -> Bool {
        ConstantTime.areEqual(Self.derive(password, salt: salt, cost: cost, length: key.count), key)
    }

    /// Whether it was made at another cost than `cost`: hash the password anew when it is next given.
    public func isOutdated(_ cost: Cost = .standard) -> Bool {
        self.cost != cost
    }

    private static func number(_ text: Substring, after prefix: String) -> Int? {
        guard text.hasPrefix(prefix), text.utf8.count <= prefix.utf8.count + 2 else { return nil }
        return Int(text.dropFirst(prefix.utf8.count))
    }

    private static func derive(_ password: String, salt: [UInt8], cost: Cost, length: Int) -> [UInt8] {
        let octets = Array(password.utf8)
        return unsafe [UInt8](unsafeUninitializedCapacity: length) { output, count in
            // Reads password and salt for the length of the call, writes exactly `length` octets.
            unsafe octets.withUnsafeBytes { passwordOctets in
                unsafe salt.withUnsafeBufferPointer { saltOctets in
                    let characters = unsafe passwordOctets.bindMemory(to: CChar.self)
                    let memory = UInt64(cost.r) << UInt64(cost.logN + 7) + 1 << 21
                    let status = unsafe EVP_PBE_scrypt(
                        characters.baseAddress, characters.count, saltOctets.baseAddress, saltOctets.count,
                        1 << UInt64(cost.logN), UInt64(cost.r), UInt64(cost.p), memory, output.baseAddress, length)
                    precondition(status == 1, "scrypt refused its parameters or had no memory")
                }
            }
            count = length
        }
    }
}
