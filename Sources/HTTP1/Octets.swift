/// Which octets may stand where, as bit sets over ASCII: one shift and one mask an octet.
enum Octets {
    /// `tchar` of RFC 9110 §5.6.2.
    @inline(__always)
    static func isToken(_ octet: UInt8) -> Bool {
        contains(octet, low: 0x03FF_6CFA_0000_0000, high: 0x57FF_FFFF_C7FF_FFFE)
    }

    /// Visible ASCII without `#`: every octet of RFC 3986 but the fragment's mark, and the few that browsers leave as they are.
    @inline(__always)
    static func isTarget(_ octet: UInt8) -> Bool {
        octet > 0x20 && octet < 0x7F && octet != UInt8(ascii: "#")
    }

    /// `field-content` of RFC 9110 §5.5: visible ASCII, space, tab and the obsolete upper half.
    @inline(__always)
    static func isFieldValue(_ octet: UInt8) -> Bool {
        octet >= 0x20 && octet != 0x7F || octet == 0x09
    }

    /// `unreserved` and `sub-delims` of RFC 3986 §2: what a registered name may hold beside percent-encodings.
    @inline(__always)
    static func isRegisteredName(_ octet: UInt8) -> Bool {
        contains(octet, low: 0x2BFF_7FD2_0000_0000, high: 0x47FF_FFFE_87FF_FFFE)
    }

    @inline(__always)
    static func isSpace(_ octet: UInt8) -> Bool {
        octet == 0x20 || octet == 0x09
    }

    @inline(__always)
    static func isDigit(_ octet: UInt8) -> Bool {
        octet &- 0x30 < 10
    }

    @inline(__always)
    static func hexDigit(_ octet: UInt8) -> UInt8? {
        if isDigit(octet) { return octet &- 0x30 }
        let letter = (octet | 0x20) &- 0x61
        return letter < 6 ? letter &+ 10 : nil
    }

    @inline(__always)
    static func lowercase(_ octet: UInt8) -> UInt8 {
        octet &- 0x41 < 26 ? octet | 0x20 : octet
    }

    @inline(__always)
    private static func contains(_ octet: UInt8, low: UInt64, high: UInt64) -> Bool {
        let word = octet < 64 ? low : high
        return octet < 128 && (word >> (UInt64(octet) & 63)) & 1 == 1
    }
}
