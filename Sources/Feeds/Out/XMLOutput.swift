/// Building of XML documents: text is escaped, characters that XML 1.0 does not allow are left out.
struct XMLOutput {
    private(set) var octets: [UInt8] = []

    /// Markup of our own, as it stands.
    mutating func raw(_ markup: String) { octets += markup.utf8 }

    /// `<name attributes>text</name>` and a line end.
    mutating func element(_ name: String, _ text: String, attributes: [(String, String)] = []) {
        open(name, attributes)
        append(text)
        raw("</\(name)>\n")
    }

    /// The same, nothing for nil or an empty text.
    mutating func element(_ name: String, optional text: String?) {
        if let text, !text.isEmpty { element(name, text) }
    }

    /// The text in a CDATA section, as Indeed's feeds have it.
    mutating func cdata(_ name: String, _ text: String) {
        raw("<\(name)><![CDATA[")
        append(text) { octet, octets in
            // `]]>` would end the section: it is parted between two.
            if octet == UInt8(ascii: ">"), octets.suffix(2).elementsEqual("]]".utf8) { octets += "]]><![CDATA[".utf8 }
            octets.append(octet)
        }
        raw("]]></\(name)>\n")
    }

    mutating func empty(_ name: String, _ attributes: [(String, String)]) {
        open(name, attributes)
        octets.removeLast()
        raw("/>\n")
    }

    private mutating func open(_ name: String, _ attributes: [(String, String)]) {
        raw("<" + name)
        for (key, value) in attributes {
            raw(" \(key)=\"")
            append(value)
            raw("\"")
        }
        raw(">")
    }

    private mutating func append(_ text: String) {
        append(text) { octet, octets in
            switch octet {
            case UInt8(ascii: "&"): octets += "&amp;".utf8
            case UInt8(ascii: "<"): octets += "&lt;".utf8
            case UInt8(ascii: ">"): octets += "&gt;".utf8
            case UInt8(ascii: "\""): octets += "&quot;".utf8
            default: octets.append(octet)
            }
        }
    }

    /// Writes the octets of the characters that XML 1.0 allows (production 2): no control but tab and line ends, not U+FFFE and
    /// U+FFFF.
    private mutating func append(_ text: String, _ write: (UInt8, inout [UInt8]) -> Void) {
        var text = text
        text.makeContiguousUTF8()
        for octet in text.utf8 {
            if octet < 0x20, octet != 0x09, octet != 0x0A, octet != 0x0D { continue }
            write(octet, &octets)
            if octet == 0xBE || octet == 0xBF, octets.suffix(3).dropLast().elementsEqual([0xEF, 0xBF]) {
                octets.removeLast(3)
            }
        }
    }
}
