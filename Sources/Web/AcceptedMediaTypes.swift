public import HTTPTypes

/// Which of a resource's forms a request wants (RFC 9110 §12.5.1).
public enum AcceptedMediaTypes {
    /// The form with the highest weight, the most specific media range deciding each form's; the earlier of `available`
    /// where weights are equal, and the first where there is no (valid) Accept field.
    /// - Returns: nil if the field accepts none of them: answer 406 where there are several forms. A resource with one form
    ///   does not ask and sends it.
    public static func preferred(
        by fields: HTTPFields, among available: [MediaType], limits: InputLimits = .standard
    ) -> MediaType? {
        guard let field = fields[.accept] else { return available.first }
        let ranges = WeightedList(field, limits: limits).members.filter { $0.value.contains("/") }
        if ranges.isEmpty { return available.first }
        var best: (type: MediaType, weight: Int)?
        for type in available {
            let matching = ranges.compactMap { range in
                specificity(of: range, for: type).map { (specificity: $0, weight: range.weight) }
            }
            guard let weight = matching.max(by: { $0.specificity < $1.specificity })?.weight, weight > 0 else {
                continue
            }
            if weight > best?.weight ?? 0 { best = (type, weight) }
        }
        return best?.type
    }

    /// nil where the range does not match.
    private static func specificity(of range: WeightedList.Member, for type: MediaType) -> Int? {
        if range.value == "*/*" { return 0 }
        if range.value.hasSuffix("/*") { return type.essence.hasPrefix(range.value.dropLast()) ? 1 : nil }
        guard range.value == type.essence else { return nil }
        let ownCharset = type.fieldValue.hasSuffix("charset=utf-8") ? "utf-8" : nil
        for (name, value) in range.parameters where name != "charset" || value != ownCharset { return nil }
        return 2 + range.parameters.count
    }
}
