import Recruitment

/// One element of `resultats` in an answer of France Travail's API « Offres d'emploi v2 ».
///
/// Nearly every field may be missing. What describes the job is refused when it is wrong; what is only useful (contact,
/// pay in words, level of training) is left out when it cannot be understood.
enum FranceTravailRecord {
    static func offer(_ fields: Fields, _ context: OfferParser.Context) throws(Rejection) -> Offer {
        let identity = try OfferReading.identity(fields, "id", source: context.source ?? .franceTravail)
        let reason = "date et heure attendues, comme 2026-11-24T08:00:00.000Z"
        guard let published = try OfferReading.parsed(fields, "dateCreation", reason, Instant.init(_:)) else {
            throw fields.rejection("dateCreation", "date de création absente")
        }
        let updated = try OfferReading.parsed(fields, "dateActualisation", reason, Instant.init(_:)) ?? published

        var offer = Offer(
            identity: identity, title: try OfferReading.title(fields, "intitule"),
            description: try OfferReading.description(fields, "description"),
            workplace: try workplace(fields, context.gazetteer), contract: try contract(fields), publishedAt: published,
            updatedAt: updated,
            // The source names no deadline: an offer it has confirmed is open for the usual time from then on.
            deadline: ParisTime.day(at: max(published, updated)).adding(days: Offer.defaultDaysOpen))
        offer.occupation = try fields.string("romeCode").flatMap(ROMECode.init(_:))
        offer.appellation = try OfferReading.note(fields, "appellationlibelle")
        offer.employer = try fields.object("entreprise").flatMap { (firm) throws(Rejection) in
            try OfferReading.note(firm, "nom")
        }
        offer.activity = try fields.string("codeNAF").flatMap(NAFCode.init(_:))
        offer.positions = try OfferReading.positions(fields, "nombrePostes")
        offer.accessibleToDisabledWorkers = try fields.boolean("accessibleTH") ?? false
        try readContract(fields, into: &offer)
        try readHours(fields, into: &offer)
        try readPay(fields, into: &offer)
        try readRequirements(fields, into: &offer)
        offer.application = try application(fields)
        return offer
    }

    /// `lieuTravail.libelle` is « 03 - Moulins », « 03 - Allier », a region or « FRANCE »; everything else may be missing.
    private static func workplace(_ fields: Fields, _ gazetteer: Gazetteer) throws(Rejection) -> Workplace {
        guard let given = try fields.object("lieuTravail") else {
            throw fields.rejection("lieuTravail", "lieu de travail absent")
        }
        var place = GivenPlace()
        let label = OfferReading.line(try given.string("libelle") ?? "")
        place.coordinate = try OfferReading.coordinate(given)
        place.postcode = try given.string("codePostal").flatMap(Postcode.init(_:))
        place.code = try given.string("commune").flatMap(INSEECode.init(_:)).flatMap { code in
            gazetteer.commune(code) == nil && gazetteer.shouldKnow(code) ? nil : code
        }
        if let (departement, name) = numbered(label) {
            place.departement = departement
            place.name = Territory.departement(named: FoldedName(name)) == departement ? nil : name
        } else if let region = Territory.region(named: FoldedName(label)) {
            place.region = region
        } else if FoldedName(label) == FoldedName("France") {
            place.isCountry = true
        } else if let departement = Territory.departement(named: FoldedName(label)) {
            place.departement = departement
        } else if !label.isEmpty {
            place.name = label
        }
        guard let workplace = place.workplace(in: gazetteer) else {
            throw given.rejection("libelle", "lieu de travail incompréhensible")
        }
        return workplace
    }

    /// `03 - Moulins` in two.
    private static func numbered(_ label: String) -> (departement: String, name: String)? {
        let head = label.prefix { $0 != " " }
        guard (2...3).contains(head.count), Territory.name(ofDepartement: String(head)) != nil else { return nil }
        let rest = label.dropFirst(head.count)
        guard rest.hasPrefix(" - ") else { return nil }
        return (String(head), String(rest.dropFirst(3)))
    }

    /// The API gives apprenticeship and professionalisation as natures of a CDD, by label or code.
    private static func contract(_ fields: Fields) throws(Rejection) -> ContractType {
        let nature = FoldedName(try fields.string("natureContrat") ?? "").text
        if nature == "e2" || nature.contains("apprentissage") { return .apprenticeship }
        if nature == "fs" || nature.contains("professionnalisation") { return .professionalisation }
        guard
            let contract = try OfferReading.parsed(
                fields, "typeContrat", "type de contrat inconnu", ContractType.init(rawValue:))
        else { throw fields.rejection("typeContrat", "type de contrat absent") }
        return contract
    }

    private static func readContract(_ fields: Fields, into offer: inout Offer) throws(Rejection) {
        let label = try OfferReading.note(fields, "typeContratLibelle")
        let nature = try OfferReading.note(fields, "natureContrat")
        offer.durationInMonths = label.flatMap(FranceTravailText.months)
        // « Contrat travail » is the ordinary nature and says nothing.
        let notes = [label, nature == "Contrat travail" ? nil : nature].compactMap { $0 }
        offer.contractNote = notes.isEmpty || notes == [offer.contract.label] ? nil : notes.joined(separator: ", ")
        let isInsertion =
            [.insertionFixedTerm, .insertionTemporary].contains(offer.contract)
            || nature.map { FoldedName($0).text.hasPrefix("insertion par l activ") || $0 == "I1" } ?? false
        offer.insertion = isInsertion ? [.iae] : []
    }

    private static func readHours(_ fields: Fields, into offer: inout Offer) throws(Rejection) {
        var text = try fields.string("dureeTravailLibelle") ?? ""
        if let conditions = try fields.object("contexteTravail") {
            text += "\n" + (try conditions.strings("horaires")).joined(separator: "\n")
        }
        offer.weeklyHours = FranceTravailText.weeklyHours(text)
        offer.schedules = FranceTravailText.schedules(text)
        switch try fields.string("dureeTravailLibelleConverti") {
        case "Temps plein": offer.workingTime = .fullTime
        case "Temps partiel": offer.workingTime = .partTime
        default: break
        }
    }

    private static func readPay(_ fields: Fields, into offer: inout Offer) throws(Rejection) {
        guard let pay = try fields.object("salaire") else { return }
        let label = try OfferReading.note(pay, "libelle")
        offer.salary = label.flatMap(FranceTravailText.salary)
        let texts = [
            label, try OfferReading.note(pay, "commentaire"), try OfferReading.note(pay, "complement1"),
            try OfferReading.note(pay, "complement2"),
        ].compactMap { $0 }
        offer.salaryText = texts.isEmpty ? nil : texts.joined(separator: " ; ")
    }

    private static func readRequirements(_ fields: Fields, into offer: inout Offer) throws(Rejection) {
        offer.experience = try fields.string("experienceExige").flatMap(Experience.init(rawValue:))
        let note = try OfferReading.note(fields, "experienceLibelle")
        offer.experienceNote = note == offer.experience?.label ? nil : note
        for licence in try fields.objects("permis") where try licence.string("exigence") != "S" {
            let category = (try licence.string("libelle") ?? "").prefix { $0 != " " }
            if let known = DrivingLicence(rawValue: String(category)) { offer.licences.insert(known) }
        }
        var levels: [(level: TrainingLevel, isRequired: Bool)] = []
        for training in try fields.objects("formations") {
            guard let level = try training.string("niveauLibelle").flatMap(FranceTravailText.trainingLevel) else {
                continue
            }
            levels.append((level, try training.string("exigence") == "E"))
        }
        let required = levels.filter(\.isRequired)
        offer.trainingLevel = (required.isEmpty ? levels : required).map(\.level).min { $0.rawValue < $1.rawValue }
    }

    private static func application(_ fields: Fields) throws(Rejection) -> ApplicationMeans {
        var means = ApplicationMeans()
        if let contact = try fields.object("contact") {
            let addresses = [try contact.string("urlPostulation"), try contact.string("urlRecruteur")]
            means.url = addresses.lazy.compactMap { $0.flatMap(OfferReading.webAddress) }.first
            means.email = try contact.string("courriel").flatMap(OfferReading.emailAddress)
            means.phone = try contact.string("telephone").flatMap(OfferReading.phoneNumber)
            var lines: [String] = []
            for name in ["nom", "coordonnees1", "coordonnees2", "coordonnees3"] {
                if let line = try OfferReading.note(contact, name, longest: 1_000),
                    OfferReading.webAddress(line) == nil,
                    means.email.map({ !line.contains($0) }) ?? true
                {
                    lines.append(line)
                }
            }
            means.instructions = lines.isEmpty ? nil : lines.joined(separator: ", ")
        }
        if means.url == nil, let origin = try fields.object("origineOffre") {
            means.url = try origin.string("urlOrigine").flatMap(OfferReading.webAddress)
        }
        return means
    }
}
