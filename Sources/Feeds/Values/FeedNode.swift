/// One element of a record, whatever the format: an XML element, a member of a JSON object, a cell of a CSV row.
struct FeedNode: Sendable, Hashable {
    var name: String
    /// Attributes of an XML element, in the order given.
    var attributes: [(name: String, value: String)] = []
    /// Character data directly inside and before the first child, as it came. Text between children is a child without a name.
    var text = ""
    var children: [FeedNode] = []

    init(_ name: String, text: String = "", children: [FeedNode] = []) {
        self.name = name
        self.text = text
        self.children = children
    }

    static func == (left: FeedNode, right: FeedNode) -> Bool {
        left.name == right.name && left.text == right.text && left.children == right.children
            && left.attributes.elementsEqual(right.attributes, by: ==)
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(name)
        hasher.combine(text)
        hasher.combine(children)
    }

    /// The text with the elements inside written as tags again: XHTML in Atom, forgotten escaping elsewhere. Plain where there
    /// are none.
    var content: String {
        children.isEmpty ? text : markup
    }

    private var markup: String {
        children.reduce(into: text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")) { markup, child in
            markup += child.name.isEmpty ? child.markup : "<\(child.name)>\(child.markup)</\(child.name)>"
        }
    }
}
