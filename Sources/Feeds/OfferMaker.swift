import MarkupText
import Recruitment

/// Makes an offer of one record. What describes the job must be there and right; what is only useful is left out, with a
/// remark, where it cannot be understood.
struct OfferMaker {
    private let mapping: FeedMapping
    private let context: FeedContext
    private let limits: FeedLimits

    init(mapping: FeedMapping, context: FeedContext, limits: FeedLimits) {
        self.mapping = mapping
        self.context = context
        self.limits = limits
    }

    func offer(of record: FeedNode, position: Int) throws(FeedRejection) -> FeedReading.Kept {
        var values = FeedValues(record: record, mapping: mapping, most: limits.values)
        let title = values.line(.title)
        let identifier = values.line(.identifier)
        func rejection(_ reason: FeedRejection.Reason) -> FeedRejection {
            FeedRejection(position: position, identifier: identifier, title: title, reason: reason)
        }
        guard let title else { throw rejection(.noTitle) }
        guard title.unicodeScalars.count <= OfferText.longestTitle else { throw rejection(.titleTooLong) }
        let description = values.paragraphs(.description)
        guard !description.isEmpty else { throw rejection(.noDescription) }
        guard description.unicodeScalars.count <= OfferText.longestDescription else {
            throw rejection(.descriptionTooLong)
        }
        if let country = values.line(.country), !["fr", "france", "fra"].contains(FoldedText(country).text) {
            throw rejection(.abroad(country))
        }
        let contract = try contract(&values, title: title, description: description, rejection)
        let workplace = try workplace(&values, title: title, rejection)
        let published = published(&values)
        let url = values.webAddress(.url)
        let identity = identity(&values, url: url, title: title, workplace: workplace)

        var offer = Offer(
            identity: identity, title: title, description: description, workplace: workplace, contract: contract,
            publishedAt: published)
        if let updated = values.parsed(.updated, FeedDate.init)?.instant {
            offer.updatedAt = min(max(updated, published), max(context.now, published))
        }
        if let deadline = values.parsed(.deadline, FeedDate.init)?.day { offer.deadline = deadline }
        readContract(&values, into: &offer)
        readPay(&values, into: &offer)
        readRest(&values, into: &offer)
        offer.application = ApplicationMeans(
            url: url, email: values.parsed(.email, EmailAddress.init)?.description, phone: values.shortText(.phone),
            instructions: values.shortText(.instructions))
        return FeedReading.Kept(offer: offer, remarks: values.remarks)
    }

    private func identity(
        _ values: inout FeedValues, url: String?, title: String, workplace: Workplace
    ) -> OfferIdentity {
        if let id = values.line(.identifier), let identity = OfferIdentity(source: context.source, sourceID: id) {
            return identity
        }
        values.remark(.identifierDerived)
        if let url, let identity = OfferIdentity(source: context.source, sourceID: url) { return identity }
        let texts = [values.line(.identifier) ?? "", url ?? "", title, workplace.label, values.line(.employer) ?? ""]
        let digest = "derive-" + String(StableHash.of(texts.joined(separator: "\u{1F}")), radix: 16)
        guard let identity = OfferIdentity(source: context.source, sourceID: digest) else {
            preconditionFailure("a hexadecimal number is an identifier")
        }
        return identity
    }

    private func contract(
        _ values: inout FeedValues, title: String, description: String,
        _ rejection: (FeedRejection.Reason) -> FeedRejection
    ) throws(FeedRejection) -> ContractType {
        let given = values.all(.contract)
        let named = given.compactMap(FeedWords.contract)
        for case .known(let type) in named { return type }
        if named.contains(.internship) { throw rejection(.internship) }
        // Not in its field: in words beside it.
        let tags = values.all(.tags)
        let inTags = tags.compactMap(FeedWords.contract)
        let inferred =
            tags.lazy.compactMap { ContractType(rawValue: $0.trimmed.uppercased()) }.first
            ?? FeedWords.onlyContract(in: tags.joined(separator: "\n")) ?? FeedWords.onlyContract(in: title)
            ?? FeedWords.onlyContract(in: description)
        if let inferred {
            values.remark(.contractInferred)
            return inferred
        }
        if inTags.contains(.internship)
            || FoldedText(title).words.contains(where: { $0 == "stage" || $0 == "stagiaire" })
        {
            throw rejection(.internship)
        }
        throw rejection(.noContract(given.first))
    }

    private func workplace(
        _ values: inout FeedValues, title: String, _ rejection: (FeedRejection.Reason) -> FeedRejection
    ) throws(FeedRejection) -> Workplace {
        let city = values.line(.city).map { FeedCity($0) }
        var place = FeedPlace(
            commune: values.parsed(.commune, INSEECode.init),
            city: city?.name, postcode: values.parsed(.postcode, Postcode.init) ?? city?.postcode,
            departement: values.line(.departement) ?? city?.departement, region: values.line(.region))
        place.coordinate = coordinate(&values)
        if place != FeedPlace(), let workplace = context.workplace(place) { return workplace }
        // « Agent technique - Lapalisse »
        if let last = title.split(separator: " - ").dropFirst().last,
            let workplace = context.workplace(FeedPlace(city: String(last).trimmed, departement: place.departement)),
            workplace.precision == .commune
        {
            return workplace
        }
        if place == FeedPlace(), values.all(.telework).contains(where: { $0.uppercased() == "TELECOMMUTE" }) {
            return Workplace(precision: .country, label: "France")
        }
        throw rejection(.noPlace(place.label))
    }

    private func coordinate(_ values: inout FeedValues) -> Coordinate? {
        var pair = [values.text(.latitude), values.text(.longitude)].compactMap { $0 }
        if pair.count < 2, let point = values.text(.point) {
            pair = point.split(whereSeparator: { $0 == "," || $0 == " " || $0 == ";" }).map(String.init)
        }
        guard pair.count == 2 else { return nil }
        let numbers = pair.compactMap { Double($0.replacing(",", with: ".").trimmed) }
        // 0, 0 is what software writes for « unknown ».
        guard numbers.count == 2, numbers[0] != 0 || numbers[1] != 0 else { return nil }
        return Coordinate.untangled(latitude: numbers[0], longitude: numbers[1])
    }

    private func published(_ values: inout FeedValues) -> Instant {
        let text = values.text(.published) ?? values.text(.updated)
        if let date = text.flatMap(FeedDate.init), date.instant <= context.now.adding(seconds: 86_400) {
            return min(date.instant, context.now)
        }
        values.remark(.publicationUnknown(value: text))
        return context.now
    }

    private func readContract(_ values: inout FeedValues, into offer: inout Offer) {
        let words = values.all(.contract)
        offer.contractNote = words.first {
            FoldedText($0) != FoldedText(offer.contract.label) && $0 != offer.contract.rawValue
        }
        .map { MarkupText.plainText(from: $0) }.flatMap { $0.unicodeScalars.count <= OfferText.longestName ? $0 : nil }
        let unit = values.text(.durationUnit)
        offer.durationInMonths = values.parsed(.duration) { FeedWords.months($0, unit: unit) }
        offer.workingTime = values.all(.workingTime).lazy.compactMap(FeedWords.workingTime).first
        offer.weeklyHours = values.parsed(.hours, FeedWords.weeklyHours)
        if let count = values.parsed(.positions, { Int($0.trimmed) }) { offer.positions = min(max(1, count), 9_999) }
        offer.telework = values.all(.telework).contains(where: FeedWords.telework)
    }

    private func readPay(_ values: inout FeedValues, into offer: inout Offer) {
        let period = values.text(.salaryPeriod)
        var pay: FeedSalary?
        let amount: (String) -> Double? = { DecimalNumber.all(in: $0).first?.value }
        if let minimum = values.text(.salaryMinimum).flatMap(amount), minimum > 0 {
            pay = FeedSalary(minimum: minimum, maximum: values.text(.salaryMaximum).flatMap(amount), period: period)
            if pay == nil { values.remark(.leftOut(.salaryMinimum, value: "\(minimum) \(period ?? "")")) }
        } else if let words = values.line(.salary) {
            pay = FeedSalary(words: words, period: period)
            if words.unicodeScalars.count <= OfferText.longestName { offer.salaryText = words }
        }
        offer.salary = pay?.salary
        if pay?.isPeriodInferred == true { values.remark(.periodInferred) }
    }

    private func readRest(_ values: inout FeedValues, into offer: inout Offer) {
        offer.occupation =
            values.parsed(.occupation, ROMECode.init)
            ?? values.all(.tags).lazy.compactMap { ROMECode($0.trimmed) }.first
        offer.appellation = values.shortText(.appellation)
        offer.employer = values.shortText(.employer)
        offer.siret = values.parsed(.siret, SIRET.init)
        offer.activity = values.parsed(.activity, NAFCode.init)
        if let experience = values.shortText(.experience) {
            offer.experience = FeedWords.experience(experience)
            offer.experienceNote = experience
        }
        offer.trainingLevel = values.all(.training).lazy.compactMap(FeedWords.trainingLevel).first
        for licence in values.all(.licence) {
            for word in licence.split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
                if let known = DrivingLicence(rawValue: word.uppercased()) { offer.licences.insert(known) }
            }
        }
    }
}
