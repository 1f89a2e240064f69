import Recruitment

/// Tells from two signatures whether they are one offer: same place, like job, like text, nothing against it.
public enum DuplicateJudge {
    public static let duplicateScore = 0.7
    public static let suspectedScore = 0.5
    /// Share of the smaller text from which more proves nothing more: the rest is what sources cut and add.
    private static let fullText = 0.8
    /// Of the score, what like texts give.
    private static let textWeight = 0.75

    /// Symmetric in its arguments.
    public static func compare(_ left: DuplicateSignature, _ right: DuplicateSignature) -> DuplicateVerdict {
        guard left.facts.place == right.facts.place else {
            return DuplicateVerdict(decision: .distinct, score: 0, reasons: [.otherPlace])
        }
        var reasons: [DuplicateVerdict.Reason] = []
        let text = containment(left, right)
        let percent = Int((text * 100).rounded())
        reasons.append(text >= 0.5 ? .likeText(percent) : .otherText(percent))

        var score = min(1, text / fullText) * textWeight + weigh(left.facts, right.facts, &reasons)
        if Shifts.differ((left.titleShifts, left.shifts), (right.titleShifts, right.shifts)) {
            reasons.append(.otherShift)
            score -= 0.4
        }
        // Short texts resemble each other too easily.
        if min(left.shingleCount, right.shingleCount) < 12 { score -= 0.15 }
        score = min(1, max(0, score))
        let decision: DuplicateVerdict.Decision =
            score >= duplicateScore ? .duplicate : score >= suspectedScore ? .suspected : .distinct
        return DuplicateVerdict(decision: decision, score: score, reasons: reasons)
    }

    /// Whether two offers with these facts could be one, whatever their texts. Symmetric in its arguments.
    public static func mayRepeat(_ left: DuplicateFacts, _ right: DuplicateFacts) -> Bool {
        guard left.place == right.place else { return false }
        var reasons: [DuplicateVerdict.Reason] = []
        return textWeight + weigh(left, right, &reasons) >= duplicateScore
    }

    /// What everything but the texts adds to the score, or takes from it.
    private static func weigh(
        _ left: DuplicateFacts, _ right: DuplicateFacts, _ reasons: inout [DuplicateVerdict.Reason]
    ) -> Double {
        job(left, right, &reasons) + employer(left, right, &reasons) + conflicts(left, right, &reasons)
    }

    private static func job(
        _ left: DuplicateFacts, _ right: DuplicateFacts, _ reasons: inout [DuplicateVerdict.Reason]
    ) -> Double {
        let title = dice(left.titleWords, right.titleWords)
        let isSameOccupation = left.occupation != nil && left.occupation == right.occupation
        if isSameOccupation { reasons.append(.sameOccupation) }
        let isRelated = left.parentOccupation != nil && left.parentOccupation == right.parentOccupation
        let isOtherOccupation = !isSameOccupation && !isRelated && left.occupation != nil && right.occupation != nil
        if isOtherOccupation { reasons.append(.otherOccupation) }
        if title >= 0.5 {
            reasons.append(.likeTitle)
            // Sources code one job differently; with a title that differs too, it is another job.
            return title >= 0.99 ? 0.15 : isOtherOccupation ? -0.2 : 0.1
        }
        reasons.append(.otherTitle)
        if isSameOccupation { return 0.05 }
        return isRelated ? -0.2 : -0.35
    }

    private static func employer(
        _ left: DuplicateFacts, _ right: DuplicateFacts, _ reasons: inout [DuplicateVerdict.Reason]
    ) -> Double {
        if let siret = left.siret, siret == right.siret {
            reasons.append(.sameEstablishment)
            return 0.15
        }
        if dice(left.employerWords, right.employerWords) >= 0.6 {
            reasons.append(.likeEmployer)
            return 0.12
        }
        if left.isEmployerUncertain || right.isEmployerUncertain {
            reasons.append(.employerUnknown)
            return 0
        }
        reasons.append(.otherEmployer)
        return -0.3
    }

    private static func conflicts(
        _ left: DuplicateFacts, _ right: DuplicateFacts, _ reasons: inout [DuplicateVerdict.Reason]
    ) -> Double {
        var malus = 0.0
        // An agency may call a CDD a mission.
        let bothEnd = [left.contract, right.contract].allSatisfy { [.fixedTerm, .temporary, .seasonal].contains($0) }
        if left.contract != right.contract {
            reasons.append(.otherContract)
            malus -= bothEnd ? 0.05 : 0.4
        } else if let one = left.durationInMonths, let other = right.durationInMonths, one != other {
            reasons.append(.otherContract)
            malus -= 0.15
        }
        if let one = left.salary, let other = right.salary, !overlap(one, other) {
            reasons.append(.otherPay)
            malus -= 0.15
        }
        if let one = left.weeklyHours, let other = right.weeklyHours, abs(one - other) > 1 {
            reasons.append(.otherHours)
            malus -= 0.15
        }
        return malus
    }

    /// Ranges by the month at full time, three hundredths apart at most: rounding differs between sources.
    private static func overlap(_ left: Salary, _ right: Salary) -> Bool {
        func range(_ salary: Salary) -> ClosedRange<Double> {
            let least = Double(salary.monthlyMinimum)
            let most = salary.maximum.map { least * Double($0) / Double(salary.minimum) } ?? least
            return least * 0.985...most * 1.015
        }
        return range(left).overlaps(range(right))
    }

    /// Share of the smaller text's shingles that the larger has. Where texts are longer than their sketches, the sketches are
    /// compared up to the lower of their greatest hashes, below which both are complete.
    private static func containment(_ left: DuplicateSignature, _ right: DuplicateSignature) -> Double {
        let limit = min(
            left.shingleCount > left.sketch.count ? left.sketch.last ?? .max : .max,
            right.shingleCount > right.sketch.count ? right.sketch.last ?? .max : .max)
        var common = 0
        var (i, j) = (0, 0)
        while i < left.sketch.count, j < right.sketch.count, left.sketch[i] <= limit, right.sketch[j] <= limit {
            if left.sketch[i] == right.sketch[j] {
                common += 1
                i += 1
                j += 1
            } else if left.sketch[i] < right.sketch[j] {
                i += 1
            } else {
                j += 1
            }
        }
        let smaller = min(left.sketch.count { $0 <= limit }, right.sketch.count { $0 <= limit })
        return smaller == 0 ? 0 : Double(common) / Double(smaller)
    }

    private static func dice(_ left: Set<String>, _ right: Set<String>) -> Double {
        guard !left.isEmpty, !right.isEmpty else { return 0 }
        return 2 * Double(left.intersection(right).count) / Double(left.count + right.count)
    }
}
