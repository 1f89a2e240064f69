import HTML

/// Text in which some stretches are marked.
enum MarkedText {
    /// `marks` are octets of the text's UTF-8, in order, apart, and at the limits of characters; others are not marked.
    static func html(_ text: String, marks: [Range<Int>]) -> HTML {
        let octets = Array(text.utf8)
        var html = HTML()
        var position = 0
        for mark in marks where mark.lowerBound >= position && mark.upperBound <= octets.count {
            guard let before = String(validating: octets[position..<mark.lowerBound], as: UTF8.self),
                let marked = String(validating: octets[mark], as: UTF8.self)
            else { continue }
            html += "\(before)<mark>\(marked)</mark>"
            position = mark.upperBound
        }
        return html + HTML(text: String(decoding: octets[position...], as: UTF8.self))
    }
}
