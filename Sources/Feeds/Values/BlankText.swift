extension String {
    /// Without white space at either end, no-break spaces included.
    var trimmed: String {
        let scalars = unicodeScalars
        guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
            let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
        else { return "" }
        return String(scalars[first...last])
    }

    var isBlank: Bool { unicodeScalars.allSatisfy(\.properties.isWhitespace) }
}
