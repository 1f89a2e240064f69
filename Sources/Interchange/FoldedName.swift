import MarkupText

/// A place's name as two writings of it compare: as `FoldedText` does, with `st` and `ste` written out.
struct FoldedName: Hashable, Sendable {
    let text: String

    init(_ name: some StringProtocol) {
        let words = FoldedText(name).words.map { $0 == "st" ? "saint" : $0 == "ste" ? "sainte" : $0 }
        text = words.joined(separator: " ")
    }
}
