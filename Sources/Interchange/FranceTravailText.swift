import Recruitment

/// The sentences in which France Travail's API gives figures.
enum FranceTravailText {
    /// « Mensuel de 1950.0 Euros à 2150.0 Euros sur 12.0 mois »; older offers have decimal commas. nil for anything else.
    static func salary(_ text: String) -> Salary? {
        let words = text.split(separator: " ").map { $0.lowercased() }
        guard let first = words.first, let period = PayPeriod(rawValue: first) else { return nil }
        var amounts: [Int64] = []
        for (word, next) in zip(words, words.dropFirst()) where next.hasPrefix("euro") {
            guard let euros = decimal(word), let cents = OfferReading.cents(euros) else { return nil }
            amounts.append(cents)
        }
        guard let minimum = amounts.first, amounts.count <= 2 else { return nil }
        return Salary(minimum: minimum, maximum: amounts.count == 2 ? amounts[1] : nil, period: period)
    }

    /// « Contrat à durée déterminée - 6 Mois », « Mission intérimaire - 15 Jour(s) »: months, to the half.
    static func months(_ label: String) -> Double? {
        let words = label.split(separator: " ").map { $0.lowercased() }
        for (word, unit) in zip(words, words.dropFirst()) {
            guard let number = decimal(word), number > 0 else { continue }
            if unit.hasPrefix("mois") { return number }
            if unit.hasPrefix("jour") { return max(0.5, (number / 15).rounded() / 2) }
            if unit.hasPrefix("an") { return number * 12 }
        }
        return nil
    }

    /// « 35H/semaine », « 24H30/semaine Travail en journée ».
    static func weeklyHours(_ text: String) -> Double? {
        for word in text.split(whereSeparator: { $0.isWhitespace }) {
            let parts = word.lowercased().split(separator: "h", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2, let hours = decimal(parts[0]), hours > 0, hours <= 100 else { continue }
            let rest = parts[1]
            guard !rest.contains("mois"), !rest.contains("jour"), !rest.contains("an") else { continue }
            let minutes = rest.prefix { $0.isNumber }
            return hours + (Double(minutes).flatMap { $0 < 60 ? $0 / 60 : nil } ?? 0)
        }
        return nil
    }

    static func schedules(_ text: String) -> Set<WorkSchedule> {
        let folded = " " + FoldedName(text).text + " "
        let signs: [(WorkSchedule, [String])] = [
            (.day, [" journee "]), (.night, [" nuit ", " nuits "]),
            (.weekend, [" week end", " samedi", " dimanche"]),
            (.shifts, [" 2x8 ", " 3x8 ", " 2 x 8 ", " 3 x 8 ", " 4x8 ", " 5x8 ", " equipe", " poste en "]),
            (.split, [" coupe ", " coupes ", " fractionn"]),
        ]
        return Set(signs.filter { $0.1.contains { folded.contains($0) } }.map(\.0))
    }

    /// `formations[].niveauLibelle`.
    static func trainingLevel(_ label: String) -> TrainingLevel? {
        let folded = FoldedName(label).text
        if folded.hasPrefix("aucune formation") { return TrainingLevel.none }
        if folded.hasPrefix("cap") || folded.hasPrefix("bep") { return .level3 }
        if folded.hasPrefix("bac 5") { return .level7 }
        if folded.hasPrefix("bac 3") || folded.hasPrefix("bac 4") { return .level6 }
        if folded.hasPrefix("bac 2") { return .level5 }
        if folded.hasPrefix("bac") { return .level4 }
        return nil
    }

    private static func decimal(_ text: some StringProtocol) -> Double? {
        Double(String(text.map { $0 == "," ? "." : $0 }))
    }
}
