import HTML

/// The hidden field that proves that a form is ours and was shown to this browser. Every form with `method="post"` has one.
struct FormSeal {
    static let field = "_sceau"

    let text: String

    var html: HTML { "<input type=\"hidden\" name=\"\(Self.field)\" value=\"\(text)\">\n" }
}
