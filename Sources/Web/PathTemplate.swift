/// The shape of a path: literal segments, and parameters with an optional literal suffix. Written `/offres/{id}.json`.
public struct PathTemplate: Sendable, Hashable {
    public enum Segment: Sendable, Hashable {
        case literal(String)
        case parameter(name: String, suffix: String)
    }

    public let segments: [Segment]

    /// Reads a template from the source code. A template that is not one (no leading or a trailing slash, an empty segment,
    /// a character that would need encoding, text before `{`) is a programmer's mistake and stops the program at start.
    public init(_ template: StaticString) {
        let text = template.description
        precondition(text.hasPrefix("/"), "\(text): a path begins with a slash")
        if text == "/" {
            segments = []
            return
        }
        segments = text.dropFirst().split(separator: "/", omittingEmptySubsequences: false).map { segment in
            precondition(!segment.isEmpty, "\(text): empty segment")
            guard segment.first == "{", let close = segment.firstIndex(of: "}") else {
                precondition(Self.isPlain(segment), "\(text): \(segment) needs encoding")
                return .literal(String(segment))
            }
            let suffix = segment[segment.index(after: close)...]
            precondition(Self.isPlain(suffix), "\(text): \(suffix) needs encoding")
            return .parameter(name: String(segment[..<close].dropFirst()), suffix: String(suffix))
        }
    }

    public var parameters: [String] {
        segments.compactMap { if case .parameter(let name, _) = $0 { name } else { nil } }
    }

    private static func isPlain(_ text: Substring) -> Bool {
        text != "." && text != ".." && !text.contains { "{}".contains($0) }
            && PercentEncoding.encodeSegment(String(text)) == text
    }
}

extension PathTemplate: CustomStringConvertible {
    /// The template as it is written, as in OpenAPI.
    public var description: String {
        if segments.isEmpty { return "/" }
        return segments.reduce(into: "") { text, segment in
            switch segment {
            case .literal(let literal): text += "/" + literal
            case .parameter(let name, let suffix): text += "/{\(name)}\(suffix)"
            }
        }
    }
}
