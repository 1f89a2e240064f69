/// JSON that may be cut short.
enum JSONText {
    /// Deepest nesting read.
    private static let deepest = 256

    enum Reading {
        case whole(JSONValue)
        /// What stood before the cut: lists end after their last whole element, objects after their last whole member.
        case cut(JSONValue)
        case tooDeep
        case unreadable
    }

    static func read(_ text: String) -> Reading {
        let octets = Array(text.utf8)
        guard depth(of: octets) <= deepest else { return .tooDeep }
        if let value = JSONValue(text) { return .whole(value) }
        guard let repaired = repaired(octets), let value = JSONValue(repaired) else { return .unreadable }
        return .cut(value)
    }

    private static func depth(of octets: [UInt8]) -> Int {
        var depth = 0
        var deepest = 0
        walk(octets) { octet, _ in
            if octet == UInt8(ascii: "{") || octet == UInt8(ascii: "[") { depth += 1 }
            if octet == UInt8(ascii: "}") || octet == UInt8(ascii: "]") { depth -= 1 }
            deepest = max(deepest, depth)
        }
        return deepest
    }

    /// The text up to the last comma or closing bracket that ends a whole value, with the open brackets closed; nil where
    /// nothing was whole.
    private static func repaired(_ octets: [UInt8]) -> String? {
        var open: [UInt8] = []
        var end = 0
        var openAtEnd: [UInt8] = []
        walk(octets) { octet, index in
            switch octet {
            case UInt8(ascii: "{"): open.append(UInt8(ascii: "}"))
            case UInt8(ascii: "["): open.append(UInt8(ascii: "]"))
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                if open.last == octet { open.removeLast() }
                end = index + 1
                openAtEnd = open
            case UInt8(ascii: ","):
                // A comma ends whatever stood before it.
                end = index
                openAtEnd = open
            default: break
            }
        }
        guard end > 0, !open.isEmpty else { return nil }
        return String(decoding: octets[..<end] + openAtEnd.reversed(), as: UTF8.self)
    }

    /// Calls `visit` with every octet outside strings.
    private static func walk(_ octets: [UInt8], visit: (UInt8, Int) -> Void) {
        var isInString = false
        var isEscaped = false
        for (index, octet) in octets.enumerated() {
            if isInString {
                if isEscaped {
                    isEscaped = false
                } else if octet == UInt8(ascii: "\\") {
                    isEscaped = true
                } else if octet == UInt8(ascii: "\"") {
                    isInString = false
                }
            } else if octet == UInt8(ascii: "\"") {
                isInString = true
            } else {
                visit(octet, index)
            }
        }
    }
}
