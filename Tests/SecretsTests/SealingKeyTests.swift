import Testing

@testable import Secrets

@Suite struct SealingKeyTests {
    private func octets(_ hexadecimal: String) -> [UInt8] {
        var rest = hexadecimal[...]
        var octets: [UInt8] = []
        while !rest.isEmpty {
            octets.append(UInt8(rest.prefix(2), radix: 16)!)
            rest = rest.dropFirst(2)
        }
        return octets
    }

    /// McGrew and Viega, The Galois/Counter Mode of Operation, test cases 13 and 14.
    @Test func `what the standard's test cases seal is opened`() throws {
        let key = try #require(SealingKey(octets: [UInt8](repeating: 0, count: 32)))
        let nonce = [UInt8](repeating: 0, count: 12)
        #expect(key.open(nonce + octets("530f8afbc74536b9a963b4f1c4cb738b"), for: "") == [])
        let sealed = nonce + octets("cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919")
        #expect(key.open(sealed, for: "") == [UInt8](repeating: 0, count: 16))
    }

    @Test(arguments: [0, 1, 20, 5_000])
    func `what was sealed is opened, by its key and for its context alone`(count: Int) throws {
        let key = SealingKey.random()
        let plain = Random.bytes(count)
        let sealed = key.seal(plain, for: "totp:12")
        #expect(sealed.count == count + SealingKey.overhead)
        #expect(key.open(sealed, for: "totp:12") == plain)
        #expect(key.open(sealed, for: "totp:13") == nil)
        #expect(SealingKey.random().open(sealed, for: "totp:12") == nil)
        #expect(key.seal(plain, for: "totp:12") != sealed, "the nonce is never the same")
    }

    @Test func `one bit changed, and nothing is opened`() throws {
        let key = SealingKey.random()
        let sealed = key.seal(Array("secret".utf8), for: "x")
        for index in sealed.indices {
            var changed = sealed
            changed[index] ^= 1
            #expect(key.open(changed, for: "x") == nil)
        }
        for count in 0..<sealed.count { #expect(key.open(Array(sealed.prefix(count)), for: "x") == nil) }
        #expect(key.open(sealed + [0], for: "x") == nil)
    }

    @Test func `a key is 32 octets, printed in base 64 and never by accident`() throws {
        let key = SealingKey.random()
        let sealed = key.seal([1], for: "")
        #expect(try #require(SealingKey(text: key.text)).open(sealed, for: "") == [1])
        #expect(try #require(SealingKey(text: key.text + "=")).open(sealed, for: "") == [1])
        for text in ["", "=", "AAAA", key.text + "AA", key.text + "=="] { #expect(SealingKey(text: text) == nil) }
        #expect(!"\(key)".contains(key.text))
    }

    @Test func `a ring opens what its earlier keys sealed, and seals with the first`() throws {
        let (old, new) = (SealingKey.random(), SealingKey.random())
        let ring = try #require(Keyring(file: "# clés\n\(new.text)=\n\n  \(old.text)\r\n"))
        let sealed = old.seal([7], for: "a")
        #expect(ring.open(sealed, for: "a") == [7])
        #expect(!ring.isCurrent(sealed, for: "a"))
        let again = ring.seal([7], for: "a")
        #expect(new.open(again, for: "a") == [7])
        #expect(ring.isCurrent(again, for: "a"))
        #expect(Keyring(new).open(sealed, for: "a") == nil)
    }

    @Test(arguments: ["", "# rien\n", "pas une clé\n", "AAAA"])
    func `a file without a key, or with a line that is none, is no ring`(text: String) {
        #expect(Keyring(file: text) == nil)
        #expect(Keyring(file: SealingKey.random().text + "\nAAAA") == nil)
    }
}
