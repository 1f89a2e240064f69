import CCrypto
public import Secrets

/// Keys made for these tests alone: they guard nothing.
public struct TestKey: Sendable {
    public let name: String
    public let algorithm: PublicKey.Algorithm
    private let octets: [UInt8]

    private init(_ name: String, _ algorithm: PublicKey.Algorithm, _ text: String) {
        self.name = name
        self.algorithm = algorithm
        octets = Base64.standard.decode(text)!
    }

    public static let rsa = TestKey(
        "rsa", .rs256,
        "MIIEogIBAAKCAQEAu6uMiv3xaUR/gSxoL+5INVnlr5M0rvDnOvqudXp1jPF3lRf9Gl7CcSr6sMY8a8aN3GPF7MXvhLO1DZH3HicT"
            + "vNVFKV6IghhUpLLOspWSd36Es93SotlB4PRAvUwnQyokXfUaKGYv0n4GF9fPfzuxhT3WNS2BiFiKYr6JjE/UXL5gXKoWsTFyDM05"
            + "DyIIRAirT1/BC8AroMs11843lsFi/k+Y0840hSN6Pmwp5a/PQ07aOS2oDQYNO1mx/HYPeKw6fMn95tC3+rZy76rTc/fN3i7E54ED"
            + "hVGS9bach1+Y81yKr8ouC2eemHR69jvEA1kOP0ihjdR9zeY0xwpkINYqQQIDAQABAoIBAADOXFSugY5zsl6CK9Jk4h+EitWFutiz"
            + "hTK+J+iuRXn9AYf86ePmm0w0JI6E03adDDfxn8SEFyLJSNJNmbOh9FY/zkO+ubRhWV+5uuSOeuoTe4twPPrhFwTZ17tYa+TAdhaH"
            + "On0I71SmoO0SSrxfq8QIP3bMAr3sr298JQgawa1CTDKGTrZc+6W2RZDUhNZT/5gtST7W8doUF/IVqBnZXF20xvQddc0W1bvW7D9w"
            + "HnAG2QneUf2S82mXjXWrYs4YybqSbWNBZiOQeAeQhMCNcrSZ068StyGAmctpg//L9P114yNxENfBhioBmQ2r3ruXJSfbn7R05Zc2"
            + "FM+rEGLAMJ8CgYEA35WKp0OayQWQqmryzd30DIfFyh50pCat5eOakyYYV83/pKpkpll5pJQPPcNOKoTw2HTjwD+3l3XtmxcyTovx"
            + "Gng4oNq9eauA8xspcqLU6uiAHBigKXMMBbw566OCgRfxks2EY0zZaUNBLn5BVzFcp7QpTpD+bpCJ1hjLGBpGJqMCgYEA1uEJZNCJ"
            + "dtVK2vB/jx0Fr3HFO3kr+vOSJmngt4hXADcAsIIom8RSPLmuPEoP6NE0kbZSN+0wdi/a/a9Lgbxyh9F/qqLG8tyGWg8eazXmLQhL"
            + "uqH0N/9rBbXLb5U9OvHPXlk4WMZoFe4yyi151IeGaFwIiB17h6ODdEeY0z33zcsCgYA2Q7MtOWk91M3xrpdTg8URrXpBvfaNSJ34"
            + "J6+Ce0J5PRQIwRpAjYLKgOzaDqbQBwf1YRlNtak3Z3XNqGmbSrevtvH3iF9oQkm/tx3uJrsKcHd3Wjq1FKkcUzyzhjHMZyVIffzd"
            + "pO83bw1I3Xe6U86rHTzRRruZ1ha+EbJpHSddhQKBgGJJcvuLK6WQcHnu0doLY2NZveazSTuzl+E8Qs6QbYMqpYUXNC3zwc4G/LyU"
            + "/+v1bX9NDxSHyMf2ocuyF+6S3Sxk1mmdpTTHTCj7i2VstQlaJxGKLORET5bADfrPH7/LhZfZZZ2tu0R0vQSfgn+FMiSgHELugWeM"
            + "kn9olG3jhWq7AoGAP5372ljzXDD4G587z2aoi3Kr84wILF18V17VpN7gXL9ey06are6skFQoNREHJVdbf4f+QFR9lK+jHcLkd9c3"
            + "JrxJW8P/NLeZr2rApZ/KdaSYXWUZg9nHkP3L6uQsr9LO4NhmFszD1vqwDvx8zLk8qNe8okjbWPDqBUnSSi31WKU")
    /// Not among the stand-in's published keys.
    public static let foreign = TestKey(
        "rsa", .rs256,
        "MIIEowIBAAKCAQEAuolcTJu5PG40nop7R7/p+ebVjRVQEu6M5aQA2watRumh0kRLIOb59CcSRVkHvcf1Wtem/agqY6sYGt5lwQyv"
            + "E+DczR6U/Yn1yueg7TWkwRRty0h3UV2T44mnTnnDUzs6lZmnR2VidaMivKtsL+HnvsvdNpC9lUSasjve/stVLedYiandBMWeZhyK"
            + "e3Pg6HXRv7CGNAkvaULP2TFQr74y+fQKVrjPdT4k6s5NaoDrTyZSbgw2bsH9s66WiKh6Dr634oZNUZqeJJsaDX6i8WzA+W2j7m7K"
            + "V8tHKy/O1gb/Hbw1O6ytzm925Sg5/9kP+nY3Y6niTeM7FbUf9MPC7+xZWwIDAQABAoIBAFWazBzsKioteUB41PKshDgHU2GXslO9"
            + "3jNU/H+HpOWyOm1AoinLVlJRy/S/UuopZdP2u9AU6L8subc68P+TTpWU0D/iFQX11jLz8cpqn91r/qcX7ooMo938QielgZokyFH3"
            + "XelKAdFyuHJVSSUAS1YoQLDV4+sovMWm7EOKFOEnTaK0oUmJbzuB0Hx4tB2UPXoUDDA4AFJmDdJ9W7W1hbdWKV5pGIeK2grC4Ddt"
            + "CNKaRjR0CTZr4mIul/mncjuRD5Es5HfgEEjaBCrLyLdY5G2kz108JTfCwNaBbNT16bPWABTxUhMI006oiFjE7i9OxANTlvxzjQho"
            + "67aI7U6x5mECgYEA43NnGDCfi4jz4VmAH48I+hc/JdGY980IGVnr1dBy5dKZ55uW3waDpAkPLmAaNsQWo+aYR8l6ar43pSY1H41a"
            + "fB7mGQkFaDeOBLp9j0VNqH+pfd8z+Krwx4AGf6kvdCZuW3gM+KdqvhsRbmoT0oBih+0T4nT1D6c6FiO9ZYOLWR0CgYEA0fNGci2R"
            + "Npr2X4mU07cepPEwQlpMqt+N41UgyuQM3SpiIXdkVwuFRj0wcEqadGbPDbOXxQTok2r8oJ9vEIePYOP3c/Htspk93TUt68bM+diC"
            + "OZXJulHYjYyRXOA2cYSaHea/njxXXkM63A2A0H15ODZpGwz3fGVW4RnP5BUw6tcCgYEAumot97x6NrGDOJHTGYpwkBCXd9aGKaqI"
            + "VcbGLFKQqN3nt9RkXdwH7lxibd7j/TjPWXu4GTX/OBc4ogljhr2iiJIGgkRLgzPtGOED4XWqhUxETN6vyMHJX6kFKoIuW2LYFe2Z"
            + "q/4C1VZ3/efA4UjJ+J+NKZAz/aVQTS7znoymm90CgYAbow2L7CmoaX+zFdZMhFd5WPKEWYSsHZ985HDbpGd5GaIvS5sexjp2A4oD"
            + "zh5E4l+xKwn4emvvM+8rabFiGKYsF/Y0Ag3LK9bz7pMr7VCANxr1X51ddHawM2fTNQSVruHmu8BPoRvTIcB2xSRGza2OU8NEN1HA"
            + "w0pLeW1fVdbJowKBgHU8AoM1qy9xijlc7VrviF5kv9drGEDWaTI74gDAyPQj4gZgphObKZnOye5cBg6WMma1Lg1oONZQOpj1ICqf"
            + "tz9v1uc1sDDVUDHgHT/JknX92kT186aS45IIAC9LaFO7ai/NL9IgneplBZBHWHEOBmhzOWkbR7LBzAy4xaYAPtOD")
    public static let ec = TestKey(
        "ec", .es256,
        "MHcCAQEEIHrWGuYMk7N1vg5OL54xkyCJIcHOsoaEmEwHEJ57U9KHoAoGCCqGSM49AwEHoUQDQgAE9vS6aDpn/RcLCJLgdPRVybTg"
            + "MB3OeYWlaBc6YmO/VB7lRd0ysgjPkuIIvNMlZe6iq6WCk44wT4GM85DPA8o0LA")

    /// As a JSON Web Key.
    public var published: String {
        let key = unsafe handle()
        defer { unsafe EVP_PKEY_free(key) }
        if algorithm == .es256 {
            var point = [UInt8](repeating: 0, count: 65)
            var count = 0
            unsafe EVP_PKEY_get_octet_string_param(key, "pub", &point, 65, &count)
            return """
                {"kty":"EC","crv":"P-256","kid":"\(name)","use":"sig","x":"\(Base64.url.encode(Array(point[1..<33])))",\
                "y":"\(Base64.url.encode(Array(point[33...])))"}
                """
        }
        return """
            {"kty":"RSA","kid":"\(name)","alg":"RS256","n":"\(Base64.url.encode(unsafe number(key, "n")))",\
            "e":"\(Base64.url.encode(unsafe number(key, "e")))"}
            """
    }

    /// In the form of JWS: for ES256 r and s.
    public func sign(_ message: [UInt8]) -> [UInt8] {
        let key = unsafe handle()
        defer { unsafe EVP_PKEY_free(key) }
        let context = unsafe EVP_MD_CTX_new()
        defer { unsafe EVP_MD_CTX_free(context) }
        var signature = [UInt8](repeating: 0, count: 512)
        var count = signature.count
        precondition(unsafe EVP_DigestSignInit(context, nil, EVP_sha256(), nil, key) == 1)
        precondition(unsafe EVP_DigestSign(context, &signature, &count, message, message.count) == 1)
        signature = Array(signature.prefix(count))
        return algorithm == .es256 ? Self.raw(signature) : signature
    }

    private func handle() -> OpaquePointer {
        unsafe octets.withUnsafeBufferPointer { buffer in
            var cursor = buffer.baseAddress
            return unsafe d2i_AutoPrivateKey(nil, &cursor, buffer.count)!
        }
    }

    private func number(_ key: OpaquePointer, _ name: String) -> [UInt8] {
        var value: OpaquePointer?
        unsafe EVP_PKEY_get_bn_param(key, name, &value)
        defer { unsafe BN_free(value) }
        var octets = [UInt8](repeating: 0, count: Int(unsafe BN_num_bits(value) + 7) / 8)
        _ = unsafe BN_bn2bin(value, &octets)
        return octets
    }

    /// Two numbers in DER, each as 32 octets.
    private static func raw(_ der: [UInt8]) -> [UInt8] {
        var rest = der.dropFirst(2)
        var raw: [UInt8] = []
        for _ in 0..<2 {
            let count = Int(rest[rest.startIndex + 1])
            let number = rest.dropFirst(2).prefix(count).drop { $0 == 0 }
            raw += [UInt8](repeating: 0, count: 32 - number.count) + number
            rest = rest.dropFirst(2 + count)
        }
        return raw
    }
}
