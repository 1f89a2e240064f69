import Recruitment

/// One line of our interchange format (docs/formats.md).
enum InterchangeRecord {
    static func offer(_ fields: Fields, _ context: OfferParser.Context) throws(Rejection) -> Offer {
        let identity = try OfferReading.identity(
            fields, "id", source: try source(fields, context), given: context.sourceID)
        guard
            let contract = try OfferReading.parsed(
                fields, "contrat", "code de contrat inconnu (CDI, CDD, MIS, SAI, APP…)", ContractType.init(rawValue:))
        else { throw fields.rejection("contrat", "contrat absent") }
        guard
            let published = try OfferReading.parsed(
                fields, "date_publication", "date et heure attendues, comme 2026-11-24T08:00:00Z", Instant.init(_:))
        else { throw fields.rejection("date_publication", "date de publication absente") }

        var offer = Offer(
            identity: identity, title: try OfferReading.title(fields, "titre"),
            description: try OfferReading.description(fields, "description"),
            workplace: try workplace(fields, context.gazetteer), contract: contract, publishedAt: published,
            updatedAt: try OfferReading.parsed(
                fields, "date_maj", "date et heure attendues, comme 2026-11-24T08:00:00Z", Instant.init(_:)),
            deadline: try OfferReading.parsed(
                fields, "date_limite", "date attendue, comme 2026-12-31", CalendarDay.init(_:)))
        guard offer.deadline >= ParisTime.day(at: offer.publishedAt) else {
            throw fields.rejection("date_limite", "date limite antérieure à la date de publication")
        }
        try readOccupation(fields, into: &offer)
        try readConditions(fields, into: &offer)
        try readRequirements(fields, into: &offer)
        offer.salary = try salary(fields)
        offer.salaryText = try OfferReading.note(fields, "salaire_texte")
        offer.application = try application(fields)
        offer.duplicateOf = try OfferReading.note(fields, "doublon_de")
        return offer
    }

    private static func source(_ fields: Fields, _ context: OfferParser.Context) throws(Rejection) -> SourceName {
        if let source = context.source { return source }
        guard
            let source = try OfferReading.parsed(
                fields, "source", "lettres minuscules, chiffres et tirets attendus", SourceName.init(_:))
        else { throw fields.rejection("source", "source absente") }
        return source
    }

    private static func readOccupation(_ fields: Fields, into offer: inout Offer) throws(Rejection) {
        let shape = "code ROME attendu, comme K2303"
        offer.occupation = try OfferReading.parsed(fields, "rome", shape, ROMECode.init(_:))
        offer.parentOccupation = try OfferReading.parsed(fields, "rome_parent", shape, ROMECode.init(_:))
        offer.appellation = try OfferReading.note(fields, "appellation")
        offer.appellationCode = try OfferReading.note(fields, "appellation_ogr")
        offer.employer = try OfferReading.note(fields, "employeur")
        offer.siret = try OfferReading.parsed(fields, "siret", "SIRET faux : quatorze chiffres et clé", SIRET.init(_:))
        offer.activity = try OfferReading.parsed(fields, "naf", "code NAF attendu, comme 84.11Z", NAFCode.init(_:))
    }

    private static func readConditions(_ fields: Fields, into offer: inout Offer) throws(Rejection) {
        offer.contractNote = try OfferReading.note(fields, "contrat_note")
        offer.durationInMonths = try positive(fields, "duree_mois", most: 600)
        offer.workingTime = try OfferReading.parsed(
            fields, "temps", "« plein » ou « partiel » attendu", WorkingTime.init(rawValue:))
        offer.weeklyHours = try positive(fields, "heures_hebdo", most: 100)
        offer.schedules = try codes(fields, "horaires", WorkSchedule.init(rawValue:))
        offer.positions = try OfferReading.positions(fields, "postes")
        offer.telework = try fields.boolean("teletravail") ?? false
        offer.accessibleToDisabledWorkers = try fields.boolean("accessible_th") ?? false
        offer.insertion = try codes(fields, "insertion", InsertionMeasure.init(rawValue:))
    }

    private static func readRequirements(_ fields: Fields, into offer: inout Offer) throws(Rejection) {
        offer.experience = try OfferReading.parsed(
            fields, "experience", "D, S ou E attendu", Experience.init(rawValue:))
        offer.experienceNote = try OfferReading.note(fields, "experience_note")
        offer.licences = try codes(fields, "permis", DrivingLicence.init(rawValue:))
        if let level = try fields.integer("niveau_formation") {
            guard let known = TrainingLevel(rawValue: level) else {
                throw fields.rejection("niveau_formation", "0, 3, 4, 5, 6 ou 7 attendu")
            }
            offer.trainingLevel = known
        }
    }

    private static func workplace(_ fields: Fields, _ gazetteer: Gazetteer) throws(Rejection) -> Workplace {
        var place = GivenPlace()
        place.code = try OfferReading.parsed(
            fields, "commune_insee", "code INSEE de commune attendu, comme 03190", INSEECode.init(_:))
        place.name = try OfferReading.note(fields, "commune")
        place.postcode = try OfferReading.parsed(
            fields, "code_postal", "code postal de cinq chiffres attendu", Postcode.init(_:))
        place.departement = try OfferReading.note(fields, "departement")
        place.coordinate = try OfferReading.coordinate(fields)
        if let region = try OfferReading.note(fields, "region") {
            guard let known = Territory.region(named: FoldedName(region)) else {
                throw fields.rejection("region", "région inconnue")
            }
            place.region = known
        }
        place.isCountry = try OfferReading.note(fields, "pays").map { FoldedName($0) == FoldedName("France") } ?? false
        if let departement = place.departement, Territory.name(ofDepartement: departement) == nil {
            throw fields.rejection("departement", "département inconnu")
        }
        if let code = place.code { try check(code, place, fields, gazetteer) }
        guard let workplace = place.workplace(in: gazetteer) else {
            throw fields.rejection("commune_insee", "lieu absent : commune_insee, departement, region ou pays attendu")
        }
        return workplace
    }

    /// Postcodes and INSEE codes look alike: 03200 is the postcode of Vichy and the code of Neuvy.
    private static func check(
        _ code: INSEECode, _ place: GivenPlace, _ fields: Fields, _ gazetteer: Gazetteer
    ) throws(Rejection) {
        guard let known = gazetteer.commune(code) else {
            guard gazetteer.shouldKnow(code) else { return }
            throw fields.rejection("commune_insee", "aucune commune n’a ce code INSEE (est-ce un code postal ?)")
        }
        if let name = place.name,
            let named = gazetteer.commune(named: FoldedName(name), departement: code.departement),
            named.code != known.code
        {
            throw fields.rejection(
                "commune_insee",
                "c’est le code de \(known.name), mais la commune donnée est \(named.name) (\(named.code))")
        }
    }

    private static func salary(_ fields: Fields) throws(Rejection) -> Salary? {
        guard let minimum = try fields.number("salaire_min") else { return nil }
        guard
            let period = try OfferReading.parsed(
                fields, "salaire_periode", "« horaire », « mensuel » ou « annuel » attendu", PayPeriod.init(rawValue:))
        else { throw fields.rejection("salaire_periode", "période du salaire absente") }
        guard let least = OfferReading.cents(minimum) else {
            throw fields.rejection("salaire_min", "montant positif en euros attendu")
        }
        let maximum = try fields.number("salaire_max")
        let most = maximum.flatMap(OfferReading.cents)
        guard (maximum == nil) == (most == nil), let salary = Salary(minimum: least, maximum: most, period: period)
        else {
            throw fields.rejection("salaire_max", "montant en euros au moins égal au minimum attendu")
        }
        return salary
    }

    private static func application(_ fields: Fields) throws(Rejection) -> ApplicationMeans {
        let address = "adresse http ou https attendue"
        var means = ApplicationMeans(url: try OfferReading.parsed(fields, "url", address, OfferReading.webAddress))
        guard let given = try fields.object("candidature") else { return means }
        means.url = try OfferReading.parsed(given, "url", address, OfferReading.webAddress) ?? means.url
        means.email = try OfferReading.parsed(
            given, "courriel", "adresse électronique attendue", OfferReading.emailAddress)
        means.phone = try OfferReading.parsed(
            given, "telephone", "numéro de téléphone attendu", OfferReading.phoneNumber)
        means.instructions = try OfferReading.note(given, "consignes", longest: 1_000)
        return means
    }

    private static func positive(_ fields: Fields, _ name: String, most: Double) throws(Rejection) -> Double? {
        guard let number = try fields.number(name) else { return nil }
        guard number > 0, number <= most else {
            throw fields.rejection(name, "nombre plus grand que 0 et au plus \(Int(most)) attendu")
        }
        return number
    }

    private static func codes<Code: Hashable & CaseIterable & RawRepresentable<String>>(
        _ fields: Fields, _ name: String, _ parse: (String) -> Code?
    ) throws(Rejection) -> Set<Code> {
        var codes: Set<Code> = []
        for text in try fields.strings(name) {
            guard let code = parse(text) else {
                var rejection = fields.rejection(
                    name, "codes possibles : " + Code.allCases.map(\.rawValue).joined(separator: ", "))
                rejection.value = text
                throw rejection
            }
            codes.insert(code)
        }
        return codes
    }
}
