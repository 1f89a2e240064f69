import Testing

@testable import Secrets

@Suite struct TOTPTests {
    /// The key of both RFCs, ASCII `12345678901234567890`.
    static let secret = TOTPSecret(octets: Array("12345678901234567890".utf8))

    private func generator() throws -> TOTP { TOTP(try #require(Self.secret)) }

    @Test(
        arguments: zip(
            0..<10,
            [
                "755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583", "399871", "520489",
            ]))
    func `RFC 4226's vectors (appendix D) come out`(counter: Int, password: String) throws {
        #expect(try generator().password(of: UInt64(counter)) == password)
    }

    @Test(
        arguments: [
            (59, "94287082"), (1_111_111_109, "07081804"), (1_111_111_111, "14050471"), (1_234_567_890, "89005924"),
            (2_000_000_000, "69279037"), (20_000_000_000, "65353130"),
        ] as [(Int64, String)])
    func `RFC 6238's SHA-1 vectors (appendix B) come out`(seconds: Int64, password: String) throws {
        #expect(try generator().password(of: UInt64(TOTP.step(at: seconds)), digits: 8) == password)
        let six = String(password.suffix(6))
        #expect(try generator().accepts(six, at: seconds, lastUsed: nil) == TOTP.step(at: seconds))
    }

    @Test func `one step of drift is accepted and two are not`() throws {
        let generator = try generator()
        let now: Int64 = 1_111_111_111
        let step = TOTP.step(at: now)
        for drift in -3...3 as ClosedRange<Int64> {
            let accepted = generator.accepts(generator.password(at: step + drift), at: now, lastUsed: nil)
            #expect(accepted == (abs(drift) <= 1 ? step + drift : nil))
        }
    }

    @Test func `a password works once, and none before the last one used`() throws {
        let generator = try generator()
        let now: Int64 = 1_111_111_111
        let step = TOTP.step(at: now)
        let password = generator.password(at: step)
        #expect(generator.accepts(password, at: now, lastUsed: step - 1) == step)
        #expect(generator.accepts(password, at: now, lastUsed: step) == nil)
        #expect(generator.accepts(generator.password(at: step - 1), at: now, lastUsed: step) == nil)
        #expect(generator.accepts(generator.password(at: step + 1), at: now, lastUsed: step) == step + 1)
    }

    @Test(arguments: ["", "14050", "1405047", "14050a", "０50471", "-50471", "05 04 7"])
    func `what is no password is refused`(typed: String) throws {
        #expect(try generator().accepts(typed, at: 1_111_111_111, lastUsed: nil) == nil)
    }

    @Test func `spaces do not count and the clock's beginning is no trap`() throws {
        #expect(try generator().accepts(" 050 471", at: 1_111_111_111, lastUsed: nil) != nil)
        #expect(try generator().accepts("755224", at: 0, lastUsed: nil) == 0)
    }

    @Test func `the secret is written as authenticators read it`() throws {
        let secret = try #require(Self.secret)
        #expect(secret.text == "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ")
        #expect(
            secret.uri(issuer: "Emploi Allier", account: "é@allier.fr")
                == "otpauth://totp/Emploi%20Allier:%C3%A9%40allier.fr?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
                + "&issuer=Emploi%20Allier&algorithm=SHA1&digits=6&period=30")
        #expect("\(secret)" == "TOTPSecret(…)")
        #expect(TOTPSecret(octets: [1]) == nil)
        #expect(TOTPSecret.random() != TOTPSecret.random())
    }

    @Test func `a recovery code is known however it is typed`() {
        let codes = TOTPRecoveryCodes.random()
        #expect(Set(codes).count == 10)
        for code in codes {
            let hash = TOTPRecoveryCodes.hash(of: code)
            #expect(hash?.count == 32)
            #expect(TOTPRecoveryCodes.hash(of: code.lowercased().filter { $0 != "-" }) == hash)
        }
        #expect(TOTPRecoveryCodes.hash(of: "7K3M-9QXT") == nil)
        #expect(TOTPRecoveryCodes.hash(of: "") == nil)
    }
}
