internal import Web

extension JSONValue {
    /// A member that is a text; nil for another kind.
    func text(_ name: String) -> String? {
        if case .string(let text)? = self[name], !text.isEmpty { text } else { nil }
    }

    /// A member that is a whole number of seconds (RFC 7519 §2, NumericDate; fractions are cut).
    func seconds(_ name: String) -> Int64? {
        switch self[name] {
        case .integer(let value): Int64(value)
        case .number(let value) where abs(value) < 1e15: Int64(value)
        default: nil
        }
    }

    /// A member that is a text or a list of texts.
    func texts(_ name: String) -> [String] {
        switch self[name] {
        case .string(let text): return [text]
        case .array(let values):
            return values.compactMap { value in
                if case .string(let text) = value { text } else { nil }
            }
        default: return []
        }
    }
}
