import Recruitment

/// The facet values that every offer has as bits, group after group. The order is part of the stored analysis: `version`
/// changes with it.
enum FacetLayout {
    static let contracts = ContractType.allCases
    static let domains = Array("ABCDEFGHIJKLMN")

    static let contract = 0..<contracts.count
    static let workingTime = after(contract, WorkingTime.allCases.count)
    static let hours = after(workingTime, HoursBand.allCases.count)
    static let experience = after(hours, Experience.allCases.count)
    static let licence = after(experience, LicenceFacet.allCases.count)
    static let schedule = after(licence, WorkSchedule.allCases.count)
    static let salary = after(schedule, SalaryStep.allCases.count)
    static let training = after(salary, TrainingLevel.allCases.count)
    static let telework = after(training, 1)
    static let accessible = after(telework, 1)
    static let insertion = after(accessible, InsertionMeasure.allCases.count)
    static let domain = after(insertion, domains.count)
    static let basin = after(domain, Basin.allCases.count)
    static let count = basin.upperBound

    static func range(_ group: FacetGroup) -> Range<Int>? {
        switch group {
        case .contract: contract
        case .workingTime: workingTime
        case .hours: hours
        case .experience: experience
        case .licence: licence
        case .schedule: schedule
        case .salary: salary
        case .training: training
        case .telework: telework
        case .accessible: accessible
        case .insertion: insertion
        case .domain: domain
        case .basin: basin
        case .published, .occupation, .commune, .employer, .source: nil
        }
    }

    static func index<Value: CaseIterable & Equatable>(_ value: Value, in range: Range<Int>) -> Int? {
        var index = range.lowerBound
        for candidate in Value.allCases {
            if candidate == value { return index }
            index += 1
        }
        return nil
    }

    /// The codes of a group's values in the order of its bits.
    static func codes(_ group: FacetGroup) -> [String] {
        switch group {
        case .contract: contracts.map(\.rawValue)
        case .workingTime: WorkingTime.allCases.map(\.rawValue)
        case .hours: HoursBand.allCases.map(\.rawValue)
        case .experience: Experience.allCases.map(\.rawValue)
        case .licence: LicenceFacet.allCases.map(\.rawValue)
        case .schedule: WorkSchedule.allCases.map(\.rawValue)
        case .salary: SalaryStep.allCases.map(\.rawValue)
        case .training: TrainingLevel.allCases.map { String($0.rawValue) }
        case .telework, .accessible: ["oui"]
        case .insertion: InsertionMeasure.allCases.map(\.rawValue)
        case .domain: domains.map { String($0) }
        case .basin: Basin.allCases.map(\.rawValue)
        case .published: PublishedWithin.allCases.map { String($0.rawValue) }
        case .occupation, .commune, .employer, .source: []
        }
    }

    /// Changes whenever a stored analysis no longer means what it meant.
    static let version: UInt64 = {
        let codes = FacetGroup.allCases.flatMap { FacetLayout.codes($0) }.joined(separator: ",")
        return TermHash.hash(codes.utf8, seed: IndexedOffer.formatVersion) & 0xFFFF_FFFF
    }()

    private static func after(_ range: Range<Int>, _ count: Int) -> Range<Int> {
        range.upperBound..<range.upperBound + count
    }
}
