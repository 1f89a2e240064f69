/// What an HTML element means for the text in and around it.
enum Element {
    case inline
    case line
    case paragraph
    case item
    case cell
    /// Its content is no text for readers.
    case dropped

    init(_ name: String) {
        self = Self.kinds[name] ?? .inline
    }

    /// Elements whose tags tell HTML from plain text.
    static let common: Set<String> = Set(kinds.keys).union([
        "a", "abbr", "b", "em", "font", "i", "img", "small", "span", "strong", "sub", "sup", "u",
    ])

    private static let kinds: [String: Element] = {
        var kinds: [String: Element] = [:]
        for name in ["br", "div", "tr", "dt", "dd", "option", "legend", "label", "caption", "figcaption"] {
            kinds[name] = .line
        }
        for name in [
            "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "table", "blockquote", "pre", "section",
            "article", "header", "footer", "main", "nav", "aside", "address", "form", "fieldset", "figure", "hr",
        ] {
            kinds[name] = .paragraph
        }
        for name in ["script", "style", "template", "title", "iframe", "object", "svg", "math", "textarea", "noscript"]
        {
            kinds[name] = .dropped
        }
        kinds["li"] = .item
        kinds["td"] = .cell
        kinds["th"] = .cell
        return kinds
    }()
}
