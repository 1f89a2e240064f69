/// What a posting says of a term in an offer, in one octet.
///
/// For stems: three flags (title, occupation's label, employer) and the weight in the text, 0 (absent) to 31.
/// For exact words of a title: the weight in the title, 1 to 31.
enum TermPayload {
    static let title: UInt8 = 0x80
    static let occupation: UInt8 = 0x40
    static let employer: UInt8 = 0x20
    static let weight: UInt8 = 0x1F

    /// BM25's saturation of a term's frequency (k₁ = 1.2, b = 0.75, mean length 160 words), in 31 steps.
    static func textWeight(frequency: Int, length: Int) -> UInt8 {
        let frequency = Float(frequency)
        let saturated = frequency / (frequency + 1.2 * (0.25 + 0.75 * Float(length) / 160))
        return UInt8(max(1, min(31, (saturated * 32).rounded())))
    }

    /// A word of a short title, and one that stands first, says more about the job.
    static func titleWeight(position: Int, length: Int) -> UInt8 {
        let brevity = 20 / Float(max(1, length)).squareRoot()
        let lead: Float = position == 0 ? 11 : position == 1 ? 7 : position == 2 ? 4 : 0
        return UInt8(max(1, min(31, (brevity + lead).rounded())))
    }
}
