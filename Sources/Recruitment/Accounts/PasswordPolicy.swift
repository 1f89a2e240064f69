/// Which passwords may be chosen: length before composition (ANSSI, CNIL délibération 2022-100; NIST SP 800-63B §5.1.1.2).
public struct PasswordPolicy: Sendable, Hashable {
    public enum Refusal: Error, Sendable, Hashable {
        case tooShort(Int)
        case tooLong(Int)
        case tooCommon
        /// Made of the person's own address, name or the site's.
        case containsOwnWords

        public var message: String {
            switch self {
            case .tooShort(let least):
                FrenchTypography.bound("Choisissez au moins \(least) caractères, par exemple quatre mots.")
            case .tooLong(let most): FrenchTypography.bound("Choisissez \(most) caractères au plus.")
            case .tooCommon: "Ce mot de passe est trop courant : il serait deviné tout de suite."
            case .containsOwnWords: "N’utilisez ni votre adresse, ni votre nom, ni le nom du site."
            }
        }
    }

    /// In Unicode scalars.
    public var least = 12
    /// In UTF-8 octets, so that hashing stays cheap.
    public var most = 256

    public init() {}

    /// `ownWords` are what an attacker knows: e-mail address, name, firm.
    public func check(_ password: String, ownWords: [String] = []) throws(Refusal) {
        guard password.unicodeScalars.count >= least else { throw .tooShort(least) }
        guard password.utf8.count <= most else { throw .tooLong(most) }
        let folded = LatinFolding.word(password)
        guard !Self.isMonotonous(password), !Self.isCommon(folded) else { throw .tooCommon }
        let words = (ownWords.flatMap { FoldedText($0).words.map(\.text) } + ["emploi", "allier"]).filter {
            $0.utf8.count >= 4
        }
        let rest = words.reduce(folded) { Self.removing($1, from: $0) }
        guard rest.utf8.count * 2 >= folded.utf8.count, folded.isEmpty || rest.utf8.count >= 4 else {
            throw .containsOwnWords
        }
    }

    /// Fewer than five different characters, or steps of one (`123456789012`, `abcdefghijkl`).
    private static func isMonotonous(_ password: String) -> Bool {
        let values = password.unicodeScalars.map { Int($0.value) }
        if Set(values).count < 5 { return true }
        let steps = zip(values, values.dropFirst()).count { abs($0 - $1) <= 1 }
        return steps * 4 > values.count * 3
    }

    /// A common password, as it is, repeated, or with digits and signs at its ends.
    private static func isCommon(_ folded: String) -> Bool {
        let letters = folded.utf8.drop { $0 < UInt8(ascii: "a") }
        let end = letters.lastIndex { $0 >= UInt8(ascii: "a") }.map { letters.index(after: $0) } ?? letters.startIndex
        let core = String(decoding: letters[..<end], as: UTF8.self)
        return [folded, core].contains { candidate in
            CommonPasswords.all.contains(candidate)
                || CommonPasswords.all.contains { word in
                    candidate.utf8.count > word.utf8.count && candidate.utf8.count % word.utf8.count == 0
                        && candidate == String(repeating: word, count: candidate.utf8.count / word.utf8.count)
                }
        }
    }

    private static func removing(_ word: String, from text: String) -> String {
        let octets = Array(text.utf8)
        let pattern = Array(word.utf8)
        guard octets.count >= pattern.count,
            let place = (0...(octets.count - pattern.count)).first(where: {
                octets[$0..<$0 + pattern.count].elementsEqual(pattern)
            })
        else { return text }
        return String(decoding: octets[..<place] + octets[(place + pattern.count)...], as: UTF8.self)
    }
}
