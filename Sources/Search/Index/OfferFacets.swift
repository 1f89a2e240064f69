import Recruitment

/// The facet values of an offer that need no reference data.
enum OfferFacets {
    static func values(of offer: Offer, occupation: ROMECode?, hints: TextHints) -> [UInt8] {
        var values: [Int?] = [FacetLayout.index(offer.contract, in: FacetLayout.contract)]
        if let time = offer.workingTime { values.append(FacetLayout.index(time, in: FacetLayout.workingTime)) }
        if let hours = offer.weeklyHours {
            values.append(FacetLayout.index(HoursBand(hours: hours), in: FacetLayout.hours))
        }
        if let experience = offer.experience {
            values.append(FacetLayout.index(experience, in: FacetLayout.experience))
        }
        var licences = offer.licences.isEmpty ? hints.licences : offer.licences
        if licences.isEmpty, let needed = occupation.flatMap({ drivers[$0.description] }) { licences = [needed] }
        let kinds = licences.isEmpty ? [LicenceFacet.none] : Array(Set(licences.map { LicenceFacet($0) }))
        for kind in kinds { values.append(FacetLayout.index(kind, in: FacetLayout.licence)) }
        for schedule in offer.schedules.isEmpty ? hints.schedules : offer.schedules {
            values.append(FacetLayout.index(schedule, in: FacetLayout.schedule))
        }
        let pay = OfferPay(offer).lowestMonthly
        for step in SalaryStep.allCases where step == .unspecified ? pay == 0 : Int64(pay) >= step.cents {
            values.append(FacetLayout.index(step, in: FacetLayout.salary))
        }
        if let level = offer.trainingLevel ?? hints.training {
            values.append(FacetLayout.index(level, in: FacetLayout.training))
        }
        if offer.telework { values.append(FacetLayout.telework.lowerBound) }
        if offer.accessibleToDisabledWorkers || hints.accessible { values.append(FacetLayout.accessible.lowerBound) }
        for measure in offer.insertion { values.append(FacetLayout.index(measure, in: FacetLayout.insertion)) }
        return values.compactMap { $0.map { UInt8($0) } }.sorted()
    }

    /// Occupations nobody can do without a licence, whatever the text forgets to say.
    private static let drivers: [String: DrivingLicence] = [
        "N4101": .c, "N4115": .ce, "N4103": .d, "N4109": .d, "N4102": .b, "N4105": .b, "N4112": .b, "J1305": .b,
        "K2110": .b,
    ]
}
