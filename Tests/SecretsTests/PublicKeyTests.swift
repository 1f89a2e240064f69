import Testing

@testable import Secrets

@Suite struct PublicKeyTests {
    /// RFC 7515, appendices A.2 and A.3.
    private static let payload =
        "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ"
    private static let modulus =
        "ofgWCuLjybRlzo0tZWJjNiuSfb4p4fAkd_wWJcyQoTbji9k0l8W26mPddxHmfHQp-Vaw-4qPCJrcS2mJPMEzP1Pt0Bm4d4QlL-yRT-SFd2lZS-"
        + "pCgNMsD1W_YpRPEwOWvG6b32690r2jZ47soMZo9wGzjb_7OMg0LOL-bSf63kpaSHSXndS5z5rexMdbBYUsLA9e-KXBdQOS-UTo7WTBEMa2R2"
        + "CapHg665xsmtdVMTBQY4uDZlxvb3qCo5ZwKh9kG4LT6_I5IhlJH7aGhyxXFvUK-DWNmoudF8NAco9_h9iaGNj8q2ethFkMLs91kzk2PAcDTW"
        + "9gb54h4FRWyuXpoQ"
    private static let rsaSignature =
        "cC4hiUPoj9Eetdgtv3hF80EGrhuB__dzERat0XF9g2VtQgr9PJbu3XOiZj5RZmh7AAuHIm4Bh-0Qc_lF5YKt_O8W2Fp5jujGbds9uJdbF9CUA"
        + "r7t1dnZcAcQjbKBYNX4BAynRFdiuB--f_nZLgrnbyTyWzO75vRK5h6xBArLIARNPvkSjtQBMHlb1L07Qe7K0GarZRmB_eSN9383LcOLn6_d"
        + "O--xi12jzDwusC-eOkHWEsqtFZESc6BfI7noOPqvhJ1phCnvWh6IeYI2w9QOYEUipUTI8np6LbgGY9Fs98rqVt5AXLIhWkWywlVmtVrBp0i"
        + "gcN_IoypGlUPQGe77Rw"
    private static let x = "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU"
    private static let y = "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"
    private static let ecSignature =
        "DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q"

    private func octets(_ text: String) -> [UInt8] { Base64.url.decode(text)! }

    private func rsa() throws -> PublicKey {
        try #require(PublicKey(rsaModulus: octets(Self.modulus), exponent: [1, 0, 1]))
    }

    private func ec() throws -> PublicKey {
        try #require(PublicKey(p256X: octets(Self.x), y: octets(Self.y)))
    }

    @Test func `the signatures of RFC 7515 are verified, and no other`() throws {
        for (key, header, signature) in [
            (try rsa(), "eyJhbGciOiJSUzI1NiJ9", Self.rsaSignature),
            (try ec(), "eyJhbGciOiJFUzI1NiJ9", Self.ecSignature),
        ] {
            let message = Array("\(header).\(Self.payload)".utf8)
            let signature = octets(signature)
            #expect(key.verifies(signature, of: message))
            #expect(!key.verifies(signature, of: message + [0]))
            #expect(!key.verifies([], of: message))
            #expect(!key.verifies([UInt8](repeating: 0, count: signature.count), of: message))
            #expect(!key.verifies(Array(signature.dropLast()), of: message))
            #expect(!key.verifies(signature + [0], of: message))
            var changed = signature
            changed[10] ^= 1
            #expect(!key.verifies(changed, of: message))
        }
        #expect(try !ec().verifies(octets(Self.rsaSignature), of: Array("eyJhbGciOiJSUzI1NiJ9.\(Self.payload)".utf8)))
    }

    @Test func `what is no key, or a weak one, is refused`() {
        #expect(PublicKey(rsaModulus: octets(Self.modulus).suffix(128).map { $0 }, exponent: [1, 0, 1]) == nil)
        #expect(PublicKey(rsaModulus: [UInt8](repeating: 0xFF, count: 2_000), exponent: [1, 0, 1]) == nil)
        #expect(PublicKey(rsaModulus: octets(Self.modulus), exponent: []) == nil)
        #expect(PublicKey(rsaModulus: octets(Self.modulus), exponent: [2]) == nil)
        #expect(PublicKey(p256X: octets(Self.x), y: octets(Self.x)) == nil, "not on the curve")
        #expect(PublicKey(p256X: octets(Self.x), y: []) == nil)
        #expect(PublicKey(p256X: [UInt8](repeating: 0, count: 32), y: [UInt8](repeating: 0, count: 32)) == nil)
    }
}
