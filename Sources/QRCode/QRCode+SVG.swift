extension QRCode {
    /// Light modules round the symbol that readers need (ISO/IEC 18004, 9.1).
    public static let quietZone = 4

    /// Sides of the drawing in modules, quiet zone included: the `viewBox` is `0 0 size size`.
    public var size: Int { width + 2 * Self.quietZone }

    /// SVG path data of the dark modules in that view box, one rectangle a run: to be filled in a dark colour on a light one.
    public var path: String {
        var path = ""
        for row in 0..<width {
            var column = 0
            while column < width {
                guard self[row: row, column: column] else {
                    column += 1
                    continue
                }
                let start = column
                while self[row: row, column: column] { column += 1 }
                path += "M\(start + Self.quietZone) \(row + Self.quietZone)h\(column - start)v1h-\(column - start)z"
            }
        }
        return path
    }

    /// A whole `svg` element, black on white in every colour scheme, that assistive tools read as an image named `label`.
    ///
    /// `label` says where the code leads, since who cannot scan it needs the same: « Code QR de l'offre 7K2M4P ». It is
    /// escaped. No style attribute: it may stand inline under a strict Content-Security-Policy, or be a file of its own.
    public func svg(label: String) -> String {
        let name = Self.escaped(label)
        return """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(size) \(size)" role="img" aria-label="\(name)" \
            shape-rendering="crispEdges"><title>\(name)</title><path fill="#fff" d="M0 0h\(size)v\(size)h-\(size)z"/>\
            <path fill="#000" d="\(path)"/></svg>
            """
    }

    private static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            // XML 1.0 has no other control characters (§2.2).
            case "\u{0}"..."\u{8}", "\u{B}", "\u{C}", "\u{E}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
