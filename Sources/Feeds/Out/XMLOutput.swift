/// Building of XML documents: text is escaped, characters that XML 1.0 does not allow are left out.
struct XMLOutput {
    private(set) var octets: [UInt8] = []

    /// Markup of our own, as it stands.
    mutating func raw(_ markup: String) { octets += Array(markup.utf8) }

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
        for scalar in text.unicodeScalars where Self.isAllowed(scalar) {
            octets += Array(String(scalar).utf8)
            // `]]>` would end the section: it is parted between two.
            if octets.suffix(3).elementsEqual("]]>".utf8) {
                octets.replaceSubrange((octets.count - 1)..., with: "]]><![CDATA[>".utf8)
            }
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
        for scalar in text.unicodeScalars where Self.isAllowed(scalar) {
            switch scalar {
            case "&": raw("&amp;")
            case "<": raw("&lt;")
            case ">": raw("&gt;")
            case "\"": raw("&quot;")
            default: octets += Array(String(scalar).utf8)
            }
        }
    }

    /// XML 1.0, production 2.
    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D, 0x20...0xD7FF, 0xE000...0xFFFD, 0x1_0000...0x10_FFFF: true
        default: false
        }
    }
}
