/// A path of the site, typed both ways: it reads its parameters from a request and prints the link to them.
///
///     let offer = Path("/offres/{id}", OfferID.self)
///     offer.link(id)                                    // "/offres/123"
///     offer.link(id, query: ["page": "2"])              // "/offres/123?page=2"
///
/// A parameter is any type that reads itself from a text and prints itself (`LosslessStringConvertible`): a text it refuses
/// is no such path. A text it accepts but prints otherwise (`007`) is redirected to what it prints.
public struct Path<each Parameter: LosslessStringConvertible & Sendable>: Sendable {
    public let template: PathTemplate
    private let literalPath: String

    /// - Precondition: as many types as the template has parameters.
    public init(_ template: StaticString, _ types: repeat (each Parameter).Type) {
        self.template = PathTemplate(template)
        literalPath = self.template.description
        var count = 0
        for _ in repeat each types { count += 1 }
        precondition(count == self.template.parameters.count, "\(template): \(count) types for its parameters")
    }

    /// The path with these values, percent-encoded, to which `match` gives the same values back
    /// (unless one prints as an empty text, `.` or `..`, which are no path segments).
    public func link(_ values: repeat each Parameter) -> String {
        var texts: [String] = []
        for value in repeat each values { texts.append(value.description) }
        return print(texts)
    }

    public func link(_ values: repeat each Parameter, query: QueryItems) -> String {
        let path = link(repeat each values)
        return query.isEmpty ? path : path + "?" + query.encoded
    }

    /// The values, if each type accepts its text.
    func values(from captures: [String]) -> (repeat each Parameter)? {
        var rest = captures[...]
        func next<Value: LosslessStringConvertible>(_: Value.Type) throws(Mismatch) -> Value {
            guard let text = rest.popFirst(), let value = Value(text) else { throw Mismatch() }
            return value
        }
        do {
            return (repeat try next((each Parameter).self))
        } catch {
            return nil
        }
    }

    private struct Mismatch: Error {}

    private func print(_ texts: [String]) -> String {
        if texts.isEmpty { return literalPath }
        var path = ""
        var rest = texts[...]
        for segment in template.segments {
            path += "/"
            switch segment {
            case .literal(let literal): path += literal
            case .parameter(_, let suffix):
                path += PercentEncoding.encodeSegment(rest.popFirst() ?? "")
                path += suffix
            }
        }
        return path
    }
}
