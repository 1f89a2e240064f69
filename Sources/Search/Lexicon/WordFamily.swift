/// The root that words of one family share: « décolletage » and « décolleteur », « souder », « soudure » and « soudeur ».
///
/// Coarser than a stem: it joins the activity, the verb and the person. Words of titles are compared by it where nothing
/// more exact is known.
enum WordFamily {
    private static let shortestRoot = 4

    /// `lemma`: folded, masculine singular.
    static func root(_ lemma: [UInt8]) -> [UInt8] {
        guard lemma.count > shortestRoot, lemma.allSatisfy({ $0 >= 0x61 && $0 <= 0x7A }) else { return lemma }
        var root = lemma
        for ending in endings where root.count - ending.count >= shortestRoot && root.hasSuffix(ending) {
            root.removeLast(ending.count)
            break
        }
        // « maçon », « maçonnerie ».
        if root.count > shortestRoot, let last = root.last, last == root[root.count - 2], !vowels.contains(last) {
            root.removeLast()
        }
        return root
    }

    private static let vowels = Set("aeiouy".utf8)

    /// The longest first.
    private static let endings: [[UInt8]] =
        ("issement isseur issage issant icien icite abilite ariat aison ation ition ateur iteur ement ature erie ique "
        + "iste isme ance ence able aire ague age eur eux ier ien ion ite ure oir ant ent er ir re ie e")
        .split(separator: " ").map { Array($0.utf8) }.sorted { $0.count > $1.count }
}
