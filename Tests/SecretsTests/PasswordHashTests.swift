import Testing

@testable import Secrets

@Suite struct PasswordHashTests {
    // RFC 7914 §12: N = 1024, r = 8, p = 16, 64 octets; the first 32 are what this type derives.
    @Test func `The derivation is that of RFC 7914`() throws {
        let cost = try #require(PasswordHash.Cost(logN: 10, r: 8, p: 16))
        let hash = PasswordHash(of: "password", cost: cost, salt: Array("NaCl".utf8))
        let expected: [UInt8] = [
            0xFD, 0xBA, 0xBE, 0x1C, 0x9D, 0x34, 0x72, 0x00, 0x78, 0x56, 0xE7, 0x19, 0x0D, 0x01, 0xE9, 0xFE, 0x7C, 0x6A,
            0xD7,
            0xCB, 0xC8, 0x23, 0x78, 0x30, 0xE7, 0x73, 0x76, 0x63, 0x4B, 0x37, 0x31, 0x62,
        ]
        #expect(hash.text == "$scrypt$ln=10,r=8,p=16$TmFDbA$\(Base64.standard.encode(expected))")
    }

    @Test func `A password matches its hash and no other does`() throws {
        let hash = PasswordHash(of: "sésame ouvre-toi", cost: .cheap)
        #expect(hash.matches("sésame ouvre-toi"))
        #expect(!hash.matches("sesame ouvre-toi"))
        #expect(!hash.matches(""))
        let stored = try #require(PasswordHash(hash.text))
        #expect(stored.matches("sésame ouvre-toi"))
        #expect(stored == hash)
        #expect(PasswordHash(of: "sésame ouvre-toi", cost: .cheap) != hash)
        #expect(PasswordHash(of: "", cost: .cheap).matches(""))
        #expect(!PasswordHash(of: "a\0b", cost: .cheap).matches("a\0c"))
    }

    @Test func `A hash of another cost is outdated`() {
        #expect(PasswordHash(of: "a", cost: .cheap).isOutdated())
        #expect(!PasswordHash(of: "a", cost: .cheap).isOutdated(.cheap))
        #expect(PasswordHash.Cost(logN: 15, r: 8, p: 3) == .standard)
    }

    @Test(arguments: [
        "", "$scrypt$", "$argon2id$ln=4,r=1,p=1$c2FsdHNhbHQ$AAAAAAAAAAAAAAAAAAAAAA",
        "$scrypt$ln=4,r=1$c2FsdHNhbHQ$AAAAAAAAAAAAAAAAAAAAAA",
        "$scrypt$ln=4,r=1,p=1$c2FsdHNhbHQ$AAAA", "$scrypt$ln=4,r=1,p=1$YQ$AAAAAAAAAAAAAAAAAAAAAA",
        "$scrypt$ln=0,r=1,p=1$c2FsdHNhbHQ$AAAAAAAAAAAAAAAAAAAAAA",
        "$scrypt$ln=20,r=32,p=1$c2FsdHNhbHQ$AAAAAAAAAAAAAAAAAAAAAA",
        "$scrypt$ln=63,r=1,p=1$c2FsdHNhbHQ$AAAAAAAAAAAAAAAAAAAAAA",
        "$scrypt$ln=4,r=1,p=99$c2FsdHNhbHQ$AAAAAAAAAAAAAAAAAAAAAA",
        "$scrypt$ln=4,r=-1,p=1$c2FsdHNhbHQ$AAAAAAAAAAAAAAAAAAAAAA",
        "$scrypt$r=1,ln=4,p=1$c2FsdHNhbHQ$AAAAAAAAAAAAAAAAAAAAAA",
        "$scrypt$ln=4,r=1,p=1$c2FsdHNhbHQ=$AAAAAAAAAAAAAAAAAAAAAA",
        "$scrypt$ln=4,r=1,p=1$c2FsdHNhbHQ$AAAAAAAAAAAAAAAAAAAAAA$",
    ])
    func `What is no hash, or costs too much, is refused`(text: String) {
        #expect(PasswordHash(text) == nil)
    }

    @Test func `The refused ones were refused for what is wrong with them`() {
        #expect(PasswordHash("$scrypt$ln=4,r=1,p=1$c2FsdHNhbHQ$AAAAAAAAAAAAAAAAAAAAAA") != nil)
    }
}
