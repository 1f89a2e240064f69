/// Finds e-mail addresses and telephone numbers in a text. Each octet is looked at a bounded number of times.
enum ContactScan {
    /// UTF-8 ranges of what can be sent mail to.
    static func emailAddresses(in text: String) -> [Range<Int>] {
        let octets = Array(text.utf8)
        var found: [Range<Int>] = []
        for at in octets.indices where octets[at] == UInt8(ascii: "@") {
            // No address is longer than the limits, so each "@" looks at so many octets at most.
            var start = at
            while start > 0, at - start < EmailAddress.longestLocalPart, EmailAddress.isLocalOctet(octets[start - 1]) {
                start -= 1
            }
            var end = at + 1
            while end < octets.count, end - at < EmailAddress.longest, EmailAddress.isDomainOctet(octets[end]) {
                end += 1
            }
            while end > at + 1, octets[end - 1] == UInt8(ascii: ".") || octets[end - 1] == UInt8(ascii: "-") {
                end -= 1
            }
            while start < at, octets[start] == UInt8(ascii: ".") { start += 1 }
            guard octets[(at + 1)..<end].contains(UInt8(ascii: ".")) else { continue }
            if EmailAddress(String(decoding: octets[start..<end], as: UTF8.self)) != nil { found.append(start..<end) }
        }
        return found
    }

    /// UTF-8 ranges of ten-digit numbers that cost more than a call. Short numbers are found by wording, since four digits
    /// alone may be anything.
    static func premiumRateNumbers(in text: String) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var digits = ""
        var range = 0..<0
        var offset = 0
        var gap = 0
        func finish() {
            if digits.utf8.count >= 10, PhoneNumber(digits)?.kind == .premiumRate { found.append(range) }
            digits = ""
        }
        for scalar in text.unicodeScalars {
            let end = offset + UTF8.width(scalar)
            switch scalar {
            case "0"..."9", "+":
                if scalar == "+" || gap > 1 { finish() }
                if digits.isEmpty { range = offset..<end }
                // Longer than any number: what follows cannot make it one again.
                if digits.utf8.count <= 20 { digits.unicodeScalars.append(scalar) }
                range = range.lowerBound..<end
                gap = 0
            case " ", ".", "-", "/", "(", ")", "\u{A0}", "\u{202F}", "‑", "–": gap += 1
            default:
                finish()
                gap = 0
            }
            offset = end
        }
        finish()
        return found
    }
}
