public import HTTPTypes

extension HTTPField.Name {
    /// The name of a field that swift-http-types has no constant for; `name` is the program's own text, never a client's.
    public static func known(_ name: String) -> HTTPField.Name {
        guard let name = HTTPField.Name(name) else { preconditionFailure("\(name) is a field name") }
        return name
    }
}
