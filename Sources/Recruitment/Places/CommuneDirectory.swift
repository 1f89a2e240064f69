/// The communes by code, postcode and name, for reading what people type: in any case and accents, whole or begun, with or
/// without the postcode.
public struct CommuneDirectory: Sendable {
    /// Communes offered for a name that several have or none has.
    public static let mostSuggestions = 8

    private static let longestText = 200

    public let communes: [Commune]
    private let departement: String
    private let departementName: FoldedName
    private let byCode: [INSEECode: Commune]
    private let byPostcode: [Postcode: [Commune]]
    private let names: [(name: FoldedName, commune: Commune)]

    /// `formerNames`: communes merged into another since, with the one they belong to.
    public init(
        communes: [Commune], formerNames: [(name: String, code: INSEECode, commune: INSEECode)], departement: String,
        departementName: String
    ) {
        self.communes = communes
        self.departement = departement
        self.departementName = FoldedName(departementName)
        var byCode = Dictionary(communes.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        var names = communes.flatMap { commune in
            Set([FoldedName(commune.name), FoldedName(commune.name).withoutArticle]).map {
                (name: $0, commune: commune)
            }
        }
        for former in formerNames {
            guard let commune = byCode[former.commune] else { continue }
            names.append((FoldedName(former.name), commune))
            if byCode[former.code] == nil { byCode[former.code] = commune }
        }
        self.byCode = byCode
        self.names = names
        byPostcode = communes.reduce(into: [:]) { table, commune in
            for postcode in commune.postcodes { table[postcode, default: []].append(commune) }
        }
    }

    /// The commune that has this code, or took in the one that had it.
    public subscript(code: INSEECode) -> Commune? { byCode[code] }

    /// What `text` means: `Vichy`, `vichy (03200)`, `03200`, `03310`, `st pourçain`, `03200 Vichy`.
    public func read(_ text: String) -> PlaceReading {
        let words = FoldedName(text.prefix(Self.longestText)).text.split(separator: " ").map(String.init)
        let number = words.first {
            $0.utf8.count == 5 && $0.utf8.dropFirst(2).allSatisfy(DecimalDigits.contains)
                && INSEECode($0.uppercased()) != nil
        }
        let name = FoldedName(words.filter { $0 != number }.joined(separator: " "))
        if name.text.isEmpty {
            guard let number else { return .everywhere }
            return read(number: number)
        }
        if number == nil, name == departementName || name.text == departement { return .everywhere }
        let named = read(name: name)
        guard let number else { return named }
        let candidates = Self.candidates(named)
        let agreeing = candidates.filter {
            $0.code.description == number || $0.postcodes.contains { $0.description == number }
        }
        return agreeing.isEmpty ? (candidates.isEmpty ? read(number: number) : named) : .communes(agreeing)
    }

    private static func candidates(_ reading: PlaceReading) -> [Commune] {
        switch reading {
        case .communes(let communes), .ambiguous(let communes): communes
        case .everywhere, .number, .unknown: []
        }
    }

    private func read(number: String) -> PlaceReading {
        let sharing = Postcode(number).flatMap { byPostcode[$0] } ?? []
        let coded = INSEECode(number.uppercased()).flatMap { byCode[$0] }
        switch (sharing.isEmpty, coded) {
        case (false, let coded?) where !sharing.contains(coded): return .number(postcode: sharing, code: coded)
        case (false, _): return .communes(sharing)
        case (true, let coded?): return .communes([coded])
        case (true, nil): return .unknown(suggestions: [])
        }
    }

    private func read(name: FoldedName) -> PlaceReading {
        let exact = preferred(names.filter { $0.name == name }.map(\.commune))
        if exact.count == 1 { return .communes(exact) }
        if exact.count > 1 { return .ambiguous(exact) }
        let begun = preferred(names.filter { $0.name.text.hasPrefix(name.text + " ") }.map(\.commune))
        if begun.count == 1 { return .communes(begun) }
        if begun.count > 1 { return .ambiguous(Array(begun.prefix(Self.mostSuggestions))) }
        return .unknown(suggestions: alike(name))
    }

    /// Each once; only those of the département where there are any, the most populous first.
    private func preferred(_ communes: [Commune]) -> [Commune] {
        let distinct = Array(Set(communes))
        let own = distinct.filter { $0.code.departement == departement }
        return (own.isEmpty ? distinct : own).sorted { ($1.population, $0.code) < ($0.population, $1.code) }
    }

    /// Communes whose names differ least from `name`: by two letters at most in a short name, a third of them in a long one.
    private func alike(_ name: FoldedName) -> [Commune] {
        let letters = Array(name.text.utf8)
        guard letters.count >= 3, letters.count <= 60 else { return [] }
        let most = letters.count < 5 ? 1 : max(2, letters.count / 3)
        var best: [INSEECode: (distance: Int, commune: Commune)] = [:]
        for (other, commune) in names {
            let distance = EditDistance.between(letters, Array(other.text.utf8), atMost: most)
            guard distance <= most, distance < best[commune.code]?.distance ?? .max else { continue }
            best[commune.code] = (distance, commune)
        }
        return best.values.sorted { left, right in
            let isOwn = (left.commune.code.departement == departement, right.commune.code.departement == departement)
            if left.distance != right.distance { return left.distance < right.distance }
            if isOwn.0 != isOwn.1 { return isOwn.0 }
            return (left.commune.population, right.commune.code) > (right.commune.population, left.commune.code)
        }
        .prefix(Self.mostSuggestions).map(\.commune)
    }
}
